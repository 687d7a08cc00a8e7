/// Theme c of the bundled catalogue: Measurement and assessment.

extension BundledTheme {
    static let c = #"""
        theme:
          id: c
          title:
            fr: "Mesure et évaluation"
            en: "Measurement and assessment"
        practices:
          - id: c.1
            title:
              fr: "Dresser la carte du système d’information"
              en: "Map the information system"
            priority: priority
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des applications, des activités et des données décrites dans la carte (%)"
                - "Part des données essentielles dotées d’une description (%)"
              en:
                - "Share of applications, activities and data described in the map (%)"
                - "Share of essential data that have a description (%)"
            link: mesure-et-evaluation/connaitre-son-si-pour-mieux-lexploiter/
            summary:
              fr: >-
                Recensez les applications, les données, les matériels et les liens entre eux. On voit alors les doublons, les outils sans
                utilisateur et les machines trop puissantes. C’est aussi le point de départ d’un calcul d’empreinte. Commencez par les
                services les plus utilisés et chargez quelqu’un de tenir la carte à jour.
              en: >-
                List the applications, the data, the hardware and the links between them. You then see duplicates, tools nobody uses and
                machines that are too powerful. It is also where a footprint calculation begins. Start with the most used services and ask
                someone to keep the map up to date.
          - id: c.2
            title:
              fr: "Estimer ce que votre informatique coûte à l’environnement, puis recommencer"
              en: "Estimate what your IT costs the environment, then do it again"
            priority: recommended
            difficulty: hard
            pilots:
              fr:
                - "Délégué au numérique responsable"
              en:
                - "Responsible digital officer"
            indicators:
              fr:
                - "Calcul d’empreinte effectué : oui / non"
                - "Émissions du numérique ramenées à une personne (kg éq. CO₂)"
              en:
                - "Footprint calculation carried out: yes / no"
                - "Digital emissions per person (kg CO₂ eq.)"
            link: mesure-et-evaluation/evaluer-empreinte-environnementale/
            summary:
              fr: >-
                Estimez les impacts du matériel et des services sur toute leur vie, de la fabrication à la fin d’usage. La facture
                d’électricité seule trompe : l’essentiel se joue souvent avant l’allumage. Commencez par les gaz à effet de serre, puis
                ajoutez l’eau et les métaux. Gardez la même méthode d’une année à l’autre et notez vos hypothèses.
              en: >-
                Estimate the impacts of hardware and services over their whole life, from manufacture to end of use. The electricity bill
                alone misleads: most of the impact often comes before the device is switched on. Start with greenhouse gases, then add
                water and metals. Keep the same method from year to year and write down your assumptions.
          - id: c.3
            title:
              fr: "Chiffrer ce que vos actions épargnent à l’environnement"
              en: "Put figures on what your actions spare the environment"
            priority: priority
            difficulty: hard
            pilots:
              fr:
                - "Délégué au numérique responsable"
              en:
                - "Responsible digital officer"
            indicators:
              fr:
                - "Estimation des impacts évités par le plan disponible : oui / non"
                - "Impacts évités sur l’année, pour le climat (t éq. CO₂) et les métaux (kg éq. Sb)"
              en:
                - "Estimate of the impacts avoided by the plan available: yes / no"
                - "Impacts avoided over the year, for climate (t CO₂ eq.) and metals (kg Sb eq.)"
            link: mesure-et-evaluation/impacts-environnementaux-evites/
            summary:
              fr: >-
                Comparez la situation obtenue avec celle que vous auriez connue sans agir : appareil gardé un an de plus, achat évité,
                page allégée. Ces ordres de grandeur aident à choisir les actions qui comptent et à convaincre. Citez toujours la source
                du facteur utilisé. Ne présentez pas un gain estimé comme une mesure.
              en: >-
                Compare the situation you reach with the one you would have had without acting: a device kept one more year, a purchase
                avoided, a lighter page. These orders of magnitude help to choose the actions that count and to convince. Always cite the
                source of the factor used. Do not present an estimated gain as a measurement.
        """#
}
