/// Theme e of the bundled catalogue: Sustainable purchasing.

extension BundledTheme {
    static let e = #"""
        theme:
          id: e
          title:
            fr: "Achat durable et responsable"
            en: "Sustainable purchasing"
        practices:
          - id: e.1
            title:
              fr: "Choisir du matériel de seconde main ou, à défaut, à contenu recyclé"
              en: "Choose second-hand equipment or, failing that, recycled content"
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
                - "Part du reconditionné parmi les postes, écrans et téléphones achetés (%)"
                - "Part des appareils neufs achetés avec un contenu recyclé déclaré (%)"
                - "Durée de vie moyenne de ces appareils, première vie comprise (années)"
                - "Part des vendeurs de reconditionné relevant de l’économie sociale (%)"
              en:
                - "Share of refurbished items among computers, screens and phones bought (%)"
                - "Share of new devices bought with a declared recycled content (%)"
                - "Average lifespan of these devices, first life included (years)"
                - "Share of refurbished suppliers belonging to the social economy (%)"
            link: achat-durable/privilegier-equipements-reemploi/
            summary:
              fr: >-
                Cherchez d’abord un poste, un écran ou un téléphone qui a déjà servi : fabriquer un appareil pèse plus lourd que s’en
                servir. Demandez au vendeur combien d’années il doit encore tenir. Passez ensuite au contenu recyclé, sans vous arrêter à
                l’emballage ou à la coque, qui changent peu de chose. Surveillez le rythme : une occasion bon marché ne doit pas faire
                renouveler plus souvent.
              en: >-
                Look first for a computer, screen or phone that has already been used: making a device weighs more than using it. Ask the
                seller how many more years it should last. Turn to recycled content next, and look beyond packaging or casing, which
                change little. Watch the pace: a cheap second-hand offer should not lead you to renew more often.
          - id: e.2
            title:
              fr: "Acheter des appareils qui s’ouvrent, se réparent et restent longtemps garantis"
              en: "Buy devices that open, can be repaired and carry a long warranty"
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
                - "Indice de réparabilité minimal exigé, par famille d’appareils (sur 10)"
                - "Durée de garantie minimale demandée, par famille d’appareils (années)"
              en:
                - "Minimum repairability index required, by device family (out of 10)"
                - "Minimum warranty length requested, by device family (years)"
            link: achat-durable/privilegier-achats-durables-et-reparables/
            summary:
              fr: >-
                Fixez dans chaque commande une note de réparabilité plancher et une garantie d’au moins cinq ans, sept quand l’offre
                existe. Un poste qui accepte une barrette de mémoire ou un nouveau disque se garde plus longtemps. Vérifiez que les prises
                sont standard et que les logiciels pilotes restent disponibles. Prévoyez aussi qui répare : sans pièces ni atelier proche,
                une bonne note ne sert à rien.
              en: >-
                Set a minimum repairability score in every order, and a warranty of at least five years, seven where it is on offer. A
                computer that takes a memory module or a new drive is kept longer. Check that ports are standard and that drivers stay
                available. Plan who does the repairs too: without parts or a workshop nearby, a good score is of no use.
          - id: e.3
            title:
              fr: "Exiger un écolabel contrôlé par un certificateur extérieur"
              en: "Require an ecolabel checked by an outside certifier"
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
                - "Part des appareils achetés portant un écolabel de type I (%)"
                - "Part des dépenses d’équipement allant à des appareils à écolabel de type I (%)"
              en:
                - "Share of devices bought that carry a type I ecolabel (%)"
                - "Share of equipment spending going to devices with a type I ecolabel (%)"
            link: achat-durable/privilegier-equipements-ecolabellises/
            summary:
              fr: >-
                Demandez un écolabel de type I, défini par la norme ISO 14024 : un certificateur extérieur vérifie le produit, de sa
                fabrication à sa fin de vie. Plusieurs de ces labels portent aussi sur la réparation et les pièces. Lisez le référentiel
                avant de l’écrire dans un marché, et acceptez tout label équivalent. Écartez les logos que le fabricant se donne
                lui-même : personne ne les contrôle.
              en: >-
                Ask for a type I ecolabel, as defined by ISO 14024: an outside certifier checks the product, from manufacture to end of
                life. Several of these labels also cover repair and spare parts. Read the criteria before writing the label into a
                contract, and accept any equivalent one. Set aside logos that manufacturers award themselves: nobody checks them.
          - id: e.4
            title:
              fr: "Repérer tôt les vendeurs de reconditionné et de matériel à contenu recyclé"
              en: "Find sellers of refurbished and recycled-content equipment early"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction des achats"
              en:
                - "Purchasing department"
            indicators:
              fr:
                - "Repérage des vendeurs fait avant l’apparition du besoin : oui / non"
                - "Nombre de vendeurs de reconditionné repérés"
              en:
                - "Seller search done before the need arises: yes / no"
                - "Number of refurbished equipment sellers found"
            link: achat-durable/anticiper-sourcing/
            summary:
              fr: >-
                Rencontrez les vendeurs avant d’avoir besoin d’eux : relevez leurs stocks, leurs délais et leurs garanties. Les acheteurs
                publics doivent atteindre une part de réemploi ou de matière recyclée fixée par la loi antigaspillage (AGEC) et ses
                décrets : vérifiez le taux en vigueur. Demandez s’ils savent livrer de grands lots homogènes, souvent le point difficile.
                Placez la seconde main devant le neuf à contenu recyclé.
              en: >-
                Meet sellers before you need them: note their stocks, lead times and warranties. Public buyers in France must reach a
                share of reused or recycled goods set by the anti-waste law (AGEC) and its decrees: check the rate in force. Ask whether
                they can deliver large uniform batches, often the hard part. Put second-hand ahead of new devices with recycled content.
          - id: e.5
            title:
              fr: "Contrôler comment le matériel est fabriqué, de la mine à la livraison"
              en: "Check how equipment is made, from the mine to delivery"
            priority: priority
            difficulty: hard
            pilots:
              fr:
                - "Direction des achats"
              en:
                - "Purchasing department"
            indicators:
              fr:
                - "Clauses sociales et environnementales écrites dans les marchés de matériel : oui / non"
                - "Moyens de suivi et de vérification en place : oui / non (les citer)"
              en:
                - "Social and environmental clauses written into equipment contracts: yes / no"
                - "Means of tracking and checking in place: yes / no (list them)"
            link: achat-durable/sassurer-tracabilite-produits/
            summary:
              fr: >-
                Écrivez dans le marché ce que le fournisseur doit prouver, pour lui et pour ses sous-traitants : droits au travail,
                origine des minerais, protection de l’eau et des sols. Les risques vont du travail forcé à la pollution des villages
                voisins. Réclamez des preuves jusqu’au terme du contrat, même pour la seconde main. Un acheteur seul vérifie peu :
                appuyez-vous sur d’autres acheteurs ou sur une association.
              en: >-
                Write into the contract what suppliers must prove, for themselves and their subcontractors: labour rights, origin of
                minerals, protection of water and soil. Risks range from forced labour to the pollution of nearby villages. Ask for
                evidence until the contract ends, for second-hand goods too. A lone buyer can check little: rely on other buyers or on an
                association.
        """#
}
