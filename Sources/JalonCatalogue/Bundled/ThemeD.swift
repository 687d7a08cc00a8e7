/// Theme d of the bundled catalogue: Buying less.

extension BundledTheme {
    static let d = #"""
        theme:
          id: d
          title:
            fr: "Réduction des achats"
            en: "Buying less"
        practices:
          - id: d.1
            title:
              fr: "Acheter moins d’appareils en partant des besoins réels"
              en: "Buy fewer devices by starting from real needs"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Plan de limitation du nombre d’appareils adopté : oui / non"
                - "Nombre moyen d’écrans pour une personne"
                - "Part de l’effectif doté d’un téléphone mobile de service (%)"
                - "Nombre moyen de personnes pour une imprimante"
                - "Part des imprimantes en usage partagé (%)"
              en:
                - "Plan to limit the number of devices adopted: yes / no"
                - "Average number of screens per person"
                - "Share of staff given a work mobile phone (%)"
                - "Average number of people per printer"
                - "Share of printers in shared use (%)"
            link: reduction-des-achats/reduire-nombre-equipements/
            summary:
              fr: >-
                Demandez-vous, avant chaque dotation, si l’appareil sert : second écran, téléphone mobile, écran d’accueil. Partagez ce
                qui peut l’être et préférez un logiciel à un boîtier quand il suffit. L’appareil qu’on ne fabrique pas est celui qui
                pollue le moins. Prenez l’avis des équipes pour ne dégrader ni leur confort ni la sécurité.
              en: >-
                Before handing out a device, ask whether it will be used: second screen, mobile phone, lobby display. Share what can be
                shared and prefer software to a separate box when it is enough. The device that is never made pollutes least. Ask teams
                for their view, so that neither their comfort nor security suffers.
          - id: d.2
            title:
              fr: "Ajouter mémoire ou disque avant de racheter un poste"
              en: "Add memory or a new drive before buying another computer"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des postes améliorés plutôt que remplacés (%)"
                - "Durée moyenne de service, famille par famille (mois)"
                - "Note moyenne de réparabilité du parc (sur 10)"
              en:
                - "Share of computers upgraded rather than replaced (%)"
                - "Average time in service, family by family (months)"
                - "Average repairability score of the equipment (out of 10)"
            link: reduction-des-achats/mettre-a-jour-equipements/
            summary:
              fr: >-
                Cherchez ce qui ralentit le poste avant de le sortir du parc. Une barrette de mémoire ou un disque SSD lui rend souvent
                plusieurs années de service, pour une fraction du prix d’un neuf. Regardez dès l’achat si l’appareil s’ouvre et si les
                pièces se trouvent. Sauvegardez les données avant l’intervention et notez les postes traités.
              en: >-
                Find out what slows the computer down before you retire it. A memory module or an SSD often gives it several more years of
                service, for a fraction of the price of a new one. When buying, check that the device can be opened and that parts can be
                found. Back up the data before you start and record the computers treated.
          - id: d.3
            title:
              fr: "Proposer chaque appareil libéré à un autre service"
              en: "Offer every freed device to another department"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Durée moyenne de présence dans l’organisation, famille par famille (mois)"
                - "Part des appareils libérés qui retrouvent un usage interne (%)"
              en:
                - "Average time spent in the organisation, family by family (months)"
                - "Share of freed devices that find a new use in-house (%)"
            link: reduction-des-achats/reaffecter-equipements-en-interne/
            summary:
              fr: >-
                Contrôlez, effacez puis proposez à vos collègues tout appareil qui ne convient plus à son premier utilisateur. Un poste
                trop lent pour du montage vidéo suffit à la bureautique. Vous étalez ainsi le poids de sa fabrication sur plus d’années.
                Publiez la liste des appareils libres et fixez un délai pour qu’ils ne dorment pas en réserve.
              en: >-
                Check, wipe, then offer to colleagues any device that no longer suits its first user. A computer too slow for video
                editing is enough for office work. You spread the burden of its manufacture over more years. Publish the list of free
                devices and set a time limit so that they do not sit in storage.
          - id: d.4
            title:
              fr: "Commander chaque élément du poste à part"
              en: "Order each part of a workstation on its own"
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
                - "Part des renouvellements portant sur un seul élément, par famille de matériel (%)"
              en:
                - "Share of renewals covering a single item, by hardware family (%)"
            link: reduction-des-achats/separer-achats-equipements/
            summary:
              fr: >-
                Cessez d’acheter des lots complets : changez l’ordinateur sans toucher à l’écran, au clavier, à la souris ni à la station
                d’accueil. Un écran peut servir jusqu’à trois fois plus longtemps qu’un portable. La dépense baisse avec l’empreinte.
                Demandez au fournisseur un prix pour chaque élément et contrôlez la compatibilité des prises.
              en: >-
                Stop buying full sets: change the computer without touching the screen, the keyboard, the mouse or the docking station. A
                screen can serve up to three times longer than a laptop. Spending falls along with the footprint. Ask the supplier for a
                price for each item and check that the connectors match.
          - id: d.5
            title:
              fr: "Louer un usage plutôt que posséder le matériel"
              en: "Rent a use rather than own the hardware"
            priority: further
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
                - "Nombre d’appareils loués à l’usage, par famille"
                - "Part des dépenses de matériel engagées en location à l’usage (%)"
                - "Longévité moyenne des appareils loués, donnée par le prestataire (années)"
              en:
                - "Number of devices rented for their use, by family"
                - "Share of hardware spending on rental for use (%)"
                - "Average lifespan of rented devices, as given by the provider (years)"
            link: reduction-des-achats/opter-location-fonctionnelle-equipements/
            summary:
              fr: >-
                Étudiez les offres où le fabricant garde la propriété de l’appareil et vous vend l’usage, entretien et adaptation compris.
                Il a alors intérêt à construire solide et réparable. Une location ordinaire ne suffit pas : elle peut même accélérer les
                remplacements. Faites écrire au contrat combien d’années chaque appareil doit servir et ce qu’il devient après son retour.
              en: >-
                Study offers where the maker keeps ownership of the device and sells you its use, with upkeep and adaptation included. The
                maker then gains from building things that last and can be repaired. Ordinary rental is not enough: it may even speed up
                replacement. Put in the contract how many years each device must serve and what becomes of it once returned.
          - id: d.6
            title:
              fr: "Éviter la casse par une housse, un nettoyage et quelques gestes"
              en: "Prevent breakage with a case, some cleaning and a few habits"
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
                - "Part des appareils remis avec une housse ou une coque (%)"
                - "Part des appareils revenus à l’assistance pour casse ou panne, par famille (%)"
              en:
                - "Share of devices handed out with a sleeve or a case (%)"
                - "Share of devices returned to support for damage or faults, by family (%)"
            link: reduction-des-achats/proteger-les-equipements/
            summary:
              fr: >-
                Remettez chaque portable avec une housse et chaque téléphone avec une coque. Dépoussiérez les ventilateurs, donnez le bon
                chargeur et branchez les postes sur des prises protégées contre les surtensions. La casse abrège la vie de beaucoup
                d’appareils encore jeunes. Rappelez les gestes simples, comme poser son café à l’écart du clavier.
              en: >-
                Hand out every laptop with a sleeve and every phone with a case. Dust the fans, supply the right charger and plug
                computers into sockets protected from power surges. Breakage cuts short the life of many devices that are still young.
                Remind people of simple habits, such as keeping coffee away from the keyboard.
        """#
}
