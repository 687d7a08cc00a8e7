/// Theme b of the bundled catalogue: Awareness and training.

extension BundledTheme {
    static let b = #"""
        theme:
          id: b
          title:
            fr: "Sensibilisation et formation"
            en: "Awareness and training"
        practices:
          - id: b.1
            title:
              fr: "Faire comprendre à tous l’empreinte du numérique"
              en: "Help everyone understand the footprint of digital technology"
            priority: priority
            difficulty: easy
            pilots:
              fr:
                - "Délégué au numérique responsable"
              en:
                - "Responsible digital officer"
            indicators:
              fr:
                - "Part de l’effectif ayant participé à une séance ou à un cours en ligne (%)"
                - "Module sur l’empreinte du numérique prévu à l’accueil des nouveaux : oui / non"
                - "Nombre d’ateliers, de conférences ou de campagnes organisés dans l’année"
              en:
                - "Share of staff who took part in a session or an online course (%)"
                - "Module on the digital footprint included when newcomers are welcomed: yes / no"
                - "Number of workshops, talks or campaigns held in the year"
            link: sensibilisation-et-formation/sensibiliser-collaborateurs/
            summary:
              fr: >-
                Proposez des formats variés et brefs : atelier, conférence, affiche, cours en ligne. Expliquez d’où viennent les impacts,
                en particulier de la fabrication du matériel, et montrez ce que chacun peut changer dans son métier. Une équipe qui
                comprend accepte mieux les décisions. Parlez aussi des choix collectifs, pour ne pas tout faire peser sur les individus.
              en: >-
                Offer varied and brief formats: workshop, talk, poster, online course. Explain where impacts come from, in particular the
                making of hardware, and show what people can change in their own job. A team that understands accepts decisions more
                easily. Talk about collective choices too, so that individuals do not carry it all.
          - id: b.2
            title:
              fr: "Former chaque métier aux gestes responsables qui le concernent"
              en: "Train each job role in the responsible habits that concern it"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction ressources humaines"
              en:
                - "Human resources department"
            indicators:
              fr:
                - "Sujet prévu au catalogue annuel des formations : oui / non"
                - "Part de l’effectif ayant achevé une formation sur le sujet (%)"
              en:
                - "Subject included in the yearly training catalogue: yes / no"
                - "Share of staff who completed a course on the subject (%)"
            link: sensibilisation-et-formation/integrer-competences/
            summary:
              fr: >-
                Inscrivez le numérique responsable au programme annuel de formation et adaptez le contenu : les acheteurs apprennent à
                choisir, les équipes projet à concevoir des services sobres, les techniciens à réemployer. Chacun sait alors quoi changer
                dans son travail. Une journée suffit souvent pour démarrer. Prévoyez des rappels, car les outils et les règles changent
                vite.
              en: >-
                Put responsible digital skills in the yearly training programme and fit the content to the job: buyers learn to choose,
                project teams to design frugal services, technicians to reuse. People then know what to change in their work. One day is
                often enough to begin. Plan refreshers, because tools and rules change fast.
          - id: b.3
            title:
              fr: "Apprendre les réparations courantes à l’équipe d’assistance"
              en: "Teach common repairs to the support team"
            priority: further
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
                - "Direction ressources humaines"
              en:
                - "Digital directorate"
                - "Human resources department"
            indicators:
              fr:
                - "Part de l’équipe d’assistance formée à la réparation (%)"
                - "Part des appareils en panne remis en service sur place (%)"
              en:
                - "Share of the support team trained in repair (%)"
                - "Share of faulty devices brought back into service on site (%)"
            link: sensibilisation-et-formation/former-reparation-equipements/
            summary:
              fr: >-
                Formez quelques personnes à remettre en état ce que la garantie ne prend pas en charge : écran cassé, batterie usée,
                clavier noyé. Un petit stock de pièces, prises au besoin sur des appareils hors service, évite bien des remplacements et
                des attentes. Respectez les règles de sécurité électrique. Quand la panne dépasse vos moyens, confiez l’appareil à un
                réparateur proche.
              en: >-
                Train a few people to fix what the warranty does not cover: broken screen, worn battery, soaked keyboard. A small stock of
                parts, taken from dead devices if need be, avoids many replacements and delays. Follow electrical safety rules. When a
                fault is beyond your means, give the device to a repairer nearby.
        """#
}
