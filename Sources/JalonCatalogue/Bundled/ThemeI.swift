/// Theme i of the bundled catalogue: End of use.

extension BundledTheme {
    static let i = #"""
        theme:
          id: i
          title:
            fr: "Fin d’usage"
            en: "End of use"
        practices:
          - id: i.1
            title:
              fr: "Remettre les appareils en service plutôt que les remplacer"
              en: "Put devices back into service rather than replace them"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Nombre d’appareils réparés, améliorés ou reconditionnés dans l’année"
                - "Âge moyen à la sortie du parc, par catégorie de matériel (années)"
              en:
                - "Number of devices repaired, upgraded or refurbished in the year"
                - "Average age on leaving the fleet, by category of equipment (years)"
            link: fin-usage/reemployer-en-remettant-en-etat/
            summary:
              fr: >-
                Ajoutez de la mémoire, changez une batterie, un écran ou un disque, puis rendez l’appareil à son service ou confiez-le à
                un autre. Une grande part de son empreinte vient de sa fabrication : chaque année gagnée repousse un achat et un déchet.
                Effacez les données avant tout changement de mains, et demandez au réparateur où partent les pièces usées.
              en: >-
                Add memory, change a battery, a screen or a drive, then return the device to its team or give it to another. A large share
                of its footprint comes from manufacturing: each year gained puts off a purchase and a piece of waste. Erase the data
                before any change of hands, and ask the repairer where worn parts go.
          - id: i.2
            title:
              fr: "Donner les appareils qui marchent encore"
              en: "Give away devices that still work"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Nombre d’appareils sortis du parc et encore stockés, compté chaque 1er janvier"
                - "Nombre d’appareils sortis du parc qui partent vers une seconde vie, toutes voies confondues"
                - "Nombre d’appareils sortis du parc et cédés gratuitement"
              en:
                - "Number of devices taken out of the fleet and still in storage, counted every 1 January"
                - "Number of devices taken out of the fleet that go on to a second life, all routes combined"
                - "Number of devices taken out of the fleet and given away free of charge"
            link: fin-usage/reemployer-en-donnant/
            summary:
              fr: >-
                Proposez les appareils en bon état à une association, à un autre service public ou aux agents, dans les limites fixées par
                la loi. Effacez les données, puis signez une convention qui transfère la propriété et interdit la revente. Un appareil
                utilisable continue ainsi à servir. Ne donnez rien qui soit hors d’usage : ce serait se défaire d’un déchet.
              en: >-
                Offer devices in good order to a charity, another public body or staff, within the limits set by law. Erase the data, then
                sign an agreement that transfers ownership and forbids resale. A usable device thus goes on being of service. Give nothing
                that is beyond use: that would be passing on waste.
          - id: i.3
            title:
              fr: "Vendre les appareils en bon état à un acheteur fiable"
              en: "Sell devices in good order to a reliable buyer"
            priority: further
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Nombre d’appareils de moins de dix ans sortis du parc et encore stockés, compté chaque 1er janvier"
                - "Nombre d’appareils de moins de dix ans sortis du parc qui partent vers une seconde vie"
                - "Nombre d’appareils sortis du parc et vendus"
              en:
                - "Number of devices under ten years old taken out of the fleet and still in storage, counted every 1 January"
                - "Number of devices under ten years old taken out of the fleet that go on to a second life"
                - "Number of devices taken out of the fleet and sold"
            link: fin-usage/reemployer-en-vendant/
            summary:
              fr: >-
                Vendez ce qui garde de la valeur, avec un contrat écrit qui acte la sortie du parc. Demandez à l’acheteur ce que devient
                chaque lot, appareils irréparables compris. Méfiez-vous d’un prix anormalement bas : il cache parfois un trafic de
                déchets. Effacez les données et, pour une administration, vérifiez d’abord les règles de cession et de mise en
                concurrence.
              en: >-
                Sell what still has value, with a written contract that records its leaving the fleet. Ask the buyer what becomes of each
                batch, devices beyond repair included. Be wary of an unusually low price: it sometimes hides waste trafficking. Erase the
                data and, for a public body, first check the rules on disposal and competition.
          - id: i.4
            title:
              fr: "Remettre les appareils hors d’usage à un éco-organisme agréé"
              en: "Hand over end-of-life devices to an approved take-back scheme"
            priority: priority
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction logistique"
              en:
                - "Digital directorate"
                - "Logistics department"
            indicators:
              fr:
                - "Masse totale de DEEE évacuée dans l’année (kg)"
                - "Masse de DEEE évacuée dans l’année, rapportée au nombre d’agents (kg par personne)"
                - "Part de cette masse remise à un éco-organisme agréé (%)"
              en:
                - "Total mass of WEEE removed in the year (kg)"
                - "Mass of WEEE removed in the year, divided by the number of staff (kg per person)"
                - "Share of this mass handed to an approved take-back scheme (%)"
            link: fin-usage/eco-organisme-pour-gestion-deee/
            summary:
              fr: >-
                Demandez à un éco-organisme agréé d’enlever les appareils hors d’usage (DEEE). Dès l’enlèvement, il en devient
                responsable, organise dépollution et recyclage, et vous remet les justificatifs. Regroupez les lots : un volume minimal
                est souvent requis. Mettez d’abord de côté ce qui peut resservir, et regardez quelle part de ses collectes l’organisme
                fait réemployer.
              en: >-
                Ask an approved take-back scheme to remove devices beyond use (waste electrical and electronic equipment, WEEE). On
                removal it becomes responsible for them, arranges depollution and recycling, and gives you the records. Group batches: a
                minimum volume is often required. First set aside what can serve again, and look at how much of its intake the scheme
                sends for reuse.
          - id: i.5
            title:
              fr: "Faire reprendre les appareils usagés par leur fabricant agréé"
              en: "Have used devices taken back by their approved manufacturer"
            priority: recommended
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction des achats"
                - "Direction logistique"
              en:
                - "Digital directorate"
                - "Purchasing department"
                - "Logistics department"
            indicators:
              fr:
                - "Part de la masse de DEEE reprise par des fabricants agréés en système individuel (%)"
              en:
                - "Share of the mass of WEEE taken back by manufacturers with an approved individual scheme (%)"
            link: fin-usage/appel-producteur-systeme-individuel/
            summary:
              fr: >-
                Vérifiez si le fabricant dispose d’un système individuel agréé, puis faites-lui reprendre le matériel de sa marque. Il
                répond alors de ces déchets jusqu’au bout du traitement. Prévoyez cette reprise dès le contrat d’achat. Attention : elle
                ne vaut que pour sa propre marque, et mieux vaut demander par écrit ce que deviennent les lots repris.
              en: >-
                Check whether the manufacturer has an approved individual scheme, then have it take back equipment of its brand. It then
                answers for this waste until treatment is complete. Plan this take-back in the purchase contract. Note that it only covers
                the manufacturer’s own brand, and it is wise to ask in writing what becomes of the batches collected.
          - id: i.6
            title:
              fr: "Contrôler le sérieux d’un collecteur de DEEE avant de signer"
              en: "Check that a WEEE collector is reliable before signing"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction logistique"
                - "Direction des achats"
              en:
                - "Digital directorate"
                - "Logistics department"
                - "Purchasing department"
            indicators:
              fr:
                - "Part de la masse de DEEE remise à des prestataires autres qu’un éco-organisme ou un fabricant agréé (%)"
              en:
                - "Share of the mass of WEEE handed to providers other than an approved take-back scheme or manufacturer (%)"
            link: fin-usage/verifier-professionnalisme-entreprises-collecte-deee/
            summary:
              fr: >-
                Demandez au prestataire le contrat qui le rattache à la filière, les résultats chiffrés de ses traitements et la preuve de
                ce que devient chaque lot. Avec un tel intermédiaire, votre organisation répond toujours de ces appareils, même après leur
                départ. Archivez les bordereaux lorsqu’ils sont requis. Écartez les offres de rachat trop belles pour être honnêtes.
              en: >-
                Ask the provider for the contract that ties it to the approved network, its treatment results in figures, and proof of
                what becomes of each batch. With such an intermediary, your organisation still answers for these devices, even after they
                leave. File the tracking slips when they are required. Turn down buy-back offers that look too good to be honest.
          - id: i.7
            title:
              fr: "Trier à part les cartouches, les toners et le papier usagés"
              en: "Sort used cartridges, toners and paper separately"
            priority: priority
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction logistique"
              en:
                - "Digital directorate"
                - "Logistics department"
            indicators:
              fr:
                - "Bacs de tri distincts en place pour les consommables usagés : oui / non"
              en:
                - "Separate sorting bins in place for used consumables: yes / no"
            link: fin-usage/trier-collecter-consommables/
            summary:
              fr: >-
                Installez des bacs distincts pour les cartouches, les toners et le papier, près des imprimantes, avec une consigne courte.
                Bien triées, ces matières peuvent resservir au lieu de finir enfouies. Cartouches et toners relèvent de la filière des
                DEEE : ne les jetez ni à la poubelle ni dans le bac à plastique. Vérifiez qui vide chaque bac, et où il l’emporte.
              en: >-
                Set up separate bins for cartridges, toners and paper near printers, with a short instruction. Well sorted, these
                materials can serve again instead of ending up in landfill. In France, cartridges and toners belong to the WEEE network:
                do not throw them in the general bin or the plastics bin. Check who empties each bin, and where it goes.
          - id: i.8
            title:
              fr: "Consigner chaque départ de déchets numériques dans un registre"
              en: "Log every removal of digital waste in a register"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction logistique"
              en:
                - "Digital directorate"
                - "Logistics department"
            indicators:
              fr:
                - "Registre des départs de DEEE et de consommables usagés à jour : oui / non"
              en:
                - "Register of WEEE and used consumables removals up to date: yes / no"
            link: fin-usage/tenir-registre-dechets/
            summary:
              fr: >-
                Notez chaque enlèvement à sa date : nature du déchet, code officiel, quantité, transporteur, destination. Ce registre,
                obligatoire et gardé au moins trois ans, montre où part le matériel et sert à calculer vos autres indicateurs. Tenez-le
                sur papier ou sur ordinateur, mais en un seul endroit. Confiez-le à une personne et prévoyez qui la remplace.
              en: >-
                Record each removal on its date: type of waste, official code, quantity, carrier, destination. This register, compulsory
                in France and kept for at least three years, shows where equipment goes and helps you work out your other indicators. Keep
                it on paper or on a computer, but in one place. Give it to one person and plan who stands in.
        """#
}
