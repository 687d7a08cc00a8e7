/// Theme h of the bundled catalogue: Server room and data centre.

extension BundledTheme {
    static let h = #"""
        theme:
          id: h
          title:
            fr: "Salle serveur et centre de données"
            en: "Server room and data centre"
        practices:
          - id: h.1
            title:
              fr: "Écrire des exigences environnementales dans les marchés d’hébergement"
              en: "Write environmental requirements into hosting contracts"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction des achats"
              en:
                - "Digital directorate"
                - "Purchasing department"
            indicators:
              fr:
                - "Critères environnementaux présents dans la consultation : oui / non"
                - "Poids de ces critères dans la note finale (%)"
                - "Part des engagements chiffrés du contrat vérifiés dans l’année (%)"
              en:
                - "Environmental criteria present in the call for tenders: yes / no"
                - "Weight of these criteria in the final score (%)"
                - "Share of the contract’s numerical commitments checked over the year (%)"
            link: salle-serveur-et-centre-de-donnees/clauses-environnementales-choix-prestataire/
            summary:
              fr: >-
                Demandez des chiffres avant de choisir : électricité totale rapportée à celle des machines (PUE), eau (WUE), origine du
                courant, part de serveurs réemployés, sort de la chaleur rejetée. Le lieu compte, car le courant n’émet pas autant
                partout. Ajustez la disponibilité au besoin : chaque secours ajoute des machines. Précisez au contrat qui mesure et quand,
                sinon rien ne se vérifie.
              en: >-
                Ask for figures before choosing: total electricity compared with that of the machines (PUE), water (WUE), source of the
                power, share of reused servers, use of waste heat. Location matters, because power does not emit the same everywhere.
                Match availability to the need: each backup adds machines. State in the contract who measures and when, or nothing can be
                checked.
          - id: h.2
            title:
              fr: "Choisir un hébergeur qui a rejoint le code de conduite européen"
              en: "Choose a hosting provider that has joined the European code of conduct"
            priority: priority
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction des achats"
              en:
                - "Digital directorate"
                - "Purchasing department"
            indicators:
              fr:
                - "Part de l’électricité d’hébergement consommée sur des sites adhérents au code (%)"
                - "Part des sites d’hébergement adhérents au code (%)"
              en:
                - "Share of hosting electricity used at sites that follow the code (%)"
                - "Share of hosting sites that follow the code (%)"
            link: salle-serveur-et-centre-de-donnees/code-de-conduite-europeen-datacentre/
            summary:
              fr: >-
                Demandez à chaque hébergeur s’il a rejoint ce code, né en 2008, et cherchez son nom dans la liste publique. L’adhésion est
                volontaire et porte sur des gestes précis : froid, alimentation, virtualisation, matériel de secours, relevé des
                consommations. Contrôlez le site concerné, car une entreprise peut n’en engager qu’un seul. Une adhésion n’est pas un
                résultat : réclamez aussi les mesures.
              en: >-
                Ask each hosting provider whether it has joined this code, created in 2008, and look for its name in the public list.
                Membership is voluntary and covers specific steps: cooling, power supply, virtualisation, backup equipment, records of
                consumption. Check the site concerned, because a company may commit only one. Membership is not a result: ask for
                measurements too.
          - id: h.3
            title:
              fr: "Organiser la salle serveur pour que l’air frais aille où il sert"
              en: "Arrange the server room so that cool air goes where it is needed"
            priority: recommended
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des baies confinées (%)"
                - "Part de la salle disposée en allées chaudes et froides (%)"
                - "Part des machines prévues pour les plages de température de l’ASHRAE (%)"
                - "Part des achats soumis à un rendement énergétique plancher (%)"
                - "Part des serveurs dont les réglages d’énergie sont activés (%)"
                - "Température demandée dans la salle (°C)"
                - "Part des salles refroidies par l’air ou l’eau du dehors (%)"
              en:
                - "Share of enclosed racks (%)"
                - "Share of the room laid out in hot and cold aisles (%)"
                - "Share of machines designed for ASHRAE temperature ranges (%)"
                - "Share of purchases subject to a minimum energy efficiency (%)"
                - "Share of servers with their energy settings turned on (%)"
                - "Temperature set for the room (°C)"
                - "Share of rooms cooled by outside air or water (%)"
            link: salle-serveur-et-centre-de-donnees/optimiser-architecture-salle-serveur/
            summary:
              fr: >-
                Séparez l’air chaud de l’air froid : alignez les baies, fermez les allées, bouchez les vides. La climatisation travaille
                moins. Montez la température par paliers au-delà de 24 °C, avec des machines prévues pour les plages de l’ASHRAE,
                l’association américaine du génie climatique. Calez onduleurs et climatiseurs sur le besoin, et mesurez à chaque palier
                pour éviter un point chaud.
              en: >-
                Keep hot air and cold air apart: line up the racks, close the aisles, block empty slots. Cooling then works less. Raise
                the temperature in steps beyond 24 °C, with machines designed for the ranges of ASHRAE, the American heating and cooling
                engineers’ society. Size backup power and cooling units to the need, and measure at each step to avoid a hot spot.
          - id: h.4
            title:
              fr: "Réunir plusieurs services sur une même machine et libérer les autres"
              en: "Bring several services onto one machine and free up the others"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des serveurs qui sont virtuels (%)"
                - "Nombre de machines physiques en service"
              en:
                - "Share of servers that are virtual (%)"
                - "Number of physical machines in service"
            link: salle-serveur-et-centre-de-donnees/regrouper-serveurs/
            summary:
              fr: >-
                Rassemblez sur une machine physique les services qui n’en occupent chacun qu’une petite part, puis arrêtez et réemployez
                celles qui se libèrent. Vous achetez, logez et alimentez moins de matériel. Étudiez chaque cas, car toutes les charges ne
                s’y prêtent pas. Donnez à chaque machine virtuelle une personne référente et une date de fin : en créer une est si simple
                que les oubliées s’accumulent.
              en: >-
                Gather on one physical machine the services that each use only a small part of it, then stop and reuse the machines that
                are freed. You buy, house and power less equipment. Study each case, because not every workload is suited to it. Give each
                virtual machine a named owner and an end date: creating one is so simple that forgotten ones pile up.
          - id: h.5
            title:
              fr: "Dépenser moins d’énergie pour tenir les serveurs au frais"
              en: "Spend less energy on keeping servers cool"
            priority: recommended
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des sites dont le refroidissement se passe le plus souvent de climatiseur (%)"
                - "Part de l’électricité du site qui va au refroidissement (%)"
              en:
                - "Share of sites whose cooling mostly does without air conditioning (%)"
                - "Share of the site’s electricity that goes to cooling (%)"
            link: salle-serveur-et-centre-de-donnees/refroidir-serveur/
            summary:
              fr: >-
                Étudiez le refroidissement par l’air du dehors, ou par un circuit d’eau quand le bâtiment s’y prête mal. La climatisation
                prend une large part du courant d’une salle. Regardez l’eau autant que l’électricité : un site économe en courant peut
                peser sur l’eau potable de ses voisins en été. Demandez aussi si la chaleur rejetée peut chauffer un bâtiment proche.
              en: >-
                Study cooling by outside air, or by a water circuit when the building is not suited to it. Air conditioning takes a large
                part of the power a room uses. Look at water as much as electricity: a site that saves power can strain its neighbours’
                drinking water in summer. Ask as well whether the waste heat can warm a building nearby.
          - id: h.6
            title:
              fr: "Prévoir l’arrêt de chaque service et libérer ses machines"
              en: "Plan the shutdown of every service and free up its machines"
            priority: priority
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Règle d’arrêt des services et des machines en place : oui / non"
                - "Nombre de services arrêtés dans l’année"
              en:
                - "Rule for shutting down services and machines in place: yes / no"
                - "Number of services shut down over the year"
            link: salle-serveur-et-centre-de-donnees/decommissionnement-service-numerique/
            summary:
              fr: >-
                Fixez dès la conception les signes qui annoncent la fin d’un service : peu de visites, doublon, licence échue. Un service
                gardé pour quelques personnes occupe des machines, du courant et du temps de maintenance, et reste une porte à surveiller.
                Réglez des alertes et revoyez la liste chaque année avec les équipes qui développent et hébergent. Voyez avec les archives
                que faire des données avant de couper.
              en: >-
                Decide at design time which signs announce the end of a service: few visits, a duplicate, an expired licence. A service
                kept for a few people takes up machines, power and maintenance time, and remains a door to watch. Set alerts and review
                the list every year with the teams that build and host. Agree with the archives what to do with the data before switching
                off.
          - id: h.7
            title:
              fr: "Relever à date fixe ce que consomment les centres de données"
              en: "Record on set dates what data centres consume"
            priority: recommended
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "PUE : électricité totale du site rapportée à celle des machines (rapport)"
                - "WUE : eau consommée par unité d’électricité des machines (L par kWh)"
                - "CUE : gaz à effet de serre par unité d’électricité des machines (kg éq. CO₂ par kWh)"
                - "REF : part d’énergie renouvelable dans la consommation du site (%)"
                - "COP : froid produit par unité d’électricité dépensée (rapport)"
                - "Part des composants réemployés (%)"
              en:
                - "PUE: total site electricity compared with that of the machines (ratio)"
                - "WUE: water used per unit of machine electricity (L per kWh)"
                - "CUE: greenhouse gases per unit of machine electricity (kg CO₂ eq. per kWh)"
                - "REF: share of renewable energy in the site’s consumption (%)"
                - "COP: cooling produced per unit of electricity spent (ratio)"
                - "Share of components reused (%)"
            link: salle-serveur-et-centre-de-donnees/suivi-indicateur/
            summary:
              fr: >-
                Relevez l’électricité, l’eau, les émissions et le froid produit, chez vous comme chez l’hébergeur, selon les définitions
                des normes ISO/IEC pour comparer d’une année à l’autre. Ces rapports disent où agir. Lisez-les toujours avec les totaux :
                un PUE peut s’améliorer alors que la consommation monte. Ne remplacez pas des machines encore bonnes pour gagner un
                dixième de PUE.
              en: >-
                Record electricity, water, emissions and cooling produced, on your own sites and at the hosting provider’s, using the
                ISO/IEC definitions so that years can be compared. These ratios show where to act. Always read them alongside the totals:
                a PUE can improve while consumption rises. Do not replace machines that still work well to gain a tenth of a PUE point.
        """#
}
