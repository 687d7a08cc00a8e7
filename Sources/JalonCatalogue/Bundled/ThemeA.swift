/// Theme a of the bundled catalogue: Strategy and governance.

extension BundledTheme {
    static let a = #"""
        theme:
          id: a
          title:
            fr: "Stratégie et gouvernance"
            en: "Strategy and governance"
        practices:
          - id: a.1
            title:
              fr: "Confier la démarche à une personne identifiée"
              en: "Put a named person in charge of the approach"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction générale"
              en:
                - "Executive management"
            indicators:
              fr:
                - "Personne chargée du numérique responsable nommée : oui / non"
              en:
                - "Person in charge of responsible digital appointed: yes / no"
            link: strategie-et-gouvernance/personne-dediee-demarche-numerique-responsable/
            summary:
              fr: >-
                Désignez une personne qui porte le sujet, ou une petite équipe si vous êtes nombreux. Donnez-lui du temps, l’écoute de la
                direction et le droit de travailler avec tous les services. Sans nom ni temps réservé, le sujet se perd. Évitez qu’elle
                dépende du service informatique, qu’elle doit parfois contredire.
              en: >-
                Name one person to carry the subject, or a small team if you are many. Give them time, access to top management and the
                right to work with every department. Without a name and protected hours, the subject fades away. Avoid placing them under
                the IT department, which they sometimes need to challenge.
          - id: a.2
            title:
              fr: "Écrire un plan d’action et le faire vivre"
              en: "Write an action plan and keep it alive"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction générale"
                - "Délégué au numérique responsable"
              en:
                - "Executive management"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Plan approuvé par la direction et diffusé à tous : oui / non"
                - "Part des actions du plan datées et confiées à un pilote (%)"
                - "Nombre de réunions de suivi tenues dans l’année"
              en:
                - "Plan approved by management and shared with everyone: yes / no"
                - "Share of planned actions with a date and a pilot (%)"
                - "Number of follow-up meetings held in the year"
            link: strategie-et-gouvernance/strategie-et-plan-daction/
            summary:
              fr: >-
                Choisissez un nombre raisonnable d’actions, en commençant par celles qui pèsent le plus. Pour chacune, notez un
                pilote, une échéance et ce que vous promettez : une étude, un essai ou une mise en place. Le plan met tout le monde
                d’accord sur la suite. Fixez des points de suivi réguliers, sinon il reste dans un tiroir.
              en: >-
                Choose a reasonable number of actions, starting with those that weigh most. For each one, note a pilot, a due date and
                what you promise: a study, a trial or a full rollout. The plan gets everyone to agree on what comes next. Set regular
                follow-up meetings, or it stays in a drawer.
          - id: a.3
            title:
              fr: "Relever quelques mesures pour conduire la démarche"
              en: "Track a few measures to steer the approach"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Délégué au numérique responsable"
              en:
                - "Responsible digital officer"
            indicators:
              fr:
                - "Tableau de suivi tenu à jour : oui / non"
              en:
                - "Tracking table kept up to date: yes / no"
            link: strategie-et-gouvernance/definir-indicateurs/
            summary:
              fr: >-
                Retenez une courte liste de mesures : les unes pour suivre le travail au quotidien, les autres pour rendre compte à la
                direction. Elles montrent ce qui avance et ce qui bloque. Notez pour chacune la source, la date et la personne qui la
                relève. Préférez cinq mesures tenues à jour à trente mesures oubliées.
              en: >-
                Keep a short list of measures: some to follow day-to-day work, others to report to management. They show what moves
                forward and what is stuck. For each one, note the source, the date and the person who records it. Five measures kept up to
                date are worth more than thirty forgotten ones.
          - id: a.4
            title:
              fr: "Animer un réseau de relais dans les services"
              en: "Run a network of contacts across departments"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Délégué au numérique responsable"
                - "Direction ressources humaines"
              en:
                - "Responsible digital officer"
                - "Human resources department"
            indicators:
              fr:
                - "Temps des relais rapporté à l’effectif, en équivalents temps plein (%)"
              en:
                - "Contacts’ time as a share of total staff, in full-time equivalents (%)"
            link: strategie-et-gouvernance/developper-reseau-referents/
            summary:
              fr: >-
                Repérez dans chaque service ou sur chaque site une personne volontaire, et pas seulement parmi les techniciens. Formez ces
                relais, donnez-leur du temps et réunissez-les plusieurs fois par an. Ils expliquent les actions à leurs collègues et
                signalent ce qui coince sur place. Veillez à ne pas compter sur leur seule bonne volonté.
              en: >-
                Find a volunteer in each department or on each site, and not only among technical staff. Train these contacts, give them
                time and bring them together several times a year. They explain the actions to their colleagues and flag what does not
                work on the ground. Do not rely on goodwill alone.
          - id: a.5
            title:
              fr: "Réserver une enveloppe à la démarche"
              en: "Set money aside for the approach"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction générale"
              en:
                - "Executive management"
            indicators:
              fr:
                - "Part du budget numérique réservée à la démarche, avec son emploi (%)"
                - "Économies constatées ou attendues sur l’année (€ ou kWh)"
              en:
                - "Share of the digital budget set aside for the approach, with its use (%)"
                - "Savings observed or expected over the year (€ or kWh)"
            link: strategie-et-gouvernance/obtenir-et-consacrer-budget/
            summary:
              fr: >-
                Mettez de côté chaque année une somme confiée à la personne qui conduit la démarche. Elle paie les formations, les mesures
                ou l’aide d’un expert sans demander un arbitrage à chaque fois. Préparez-la sur trois ans et servez-vous d’abord des
                ressources gratuites. Comptez aussi ce que les actions font économiser : cela aide à la reconduire.
              en: >-
                Set aside a sum each year and entrust it to the person leading the approach. It pays for training, measurement or expert
                help without a new decision each time. Plan it over three years and use free resources first. Also count what the actions
                save: it helps to renew the budget.
          - id: a.6
            title:
              fr: "Inscrire vos engagements dans une charte courte"
              en: "Write your commitments into a short charter"
            priority: further
            difficulty: medium
            pilots:
              fr:
                - "Direction générale"
                - "Délégué au numérique responsable"
              en:
                - "Executive management"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Charte ou manifeste signé par la direction : oui / non"
                - "Gestes attendus inscrits dans les documents d’accueil ou les règles informatiques : oui / non"
              en:
                - "Charter or manifesto signed by management: yes / no"
                - "Expected habits written into welcome documents or IT rules: yes / no"
            link: strategie-et-gouvernance/charte-ou-manifeste/
            summary:
              fr: >-
                Rédigez avec les équipes une page d’engagements que chacun peut comprendre et tenir. Remettez-la aux nouveaux arrivants et
                montrez-la à vos fournisseurs. Un texte commun rappelle le cap quand les décisions se compliquent. Promettez peu,
                appliquez tout, et relisez le texte une fois par an.
              en: >-
                Write with your teams one page of commitments that everyone can understand and keep. Hand it to newcomers and show it to
                your suppliers. A shared text recalls the direction when decisions get hard. Promise little, apply all of it, and review
                the text once a year.
          - id: a.7
            title:
              fr: "Respecter les personnes, leurs données et leur temps"
              en: "Respect people, their data and their time"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction générale"
              en:
                - "Executive management"
            indicators:
              fr:
                - "Part des données hébergées sur le sol français (%)"
                - "Part des postes de travail dotés de matériel ergonomique (%)"
                - "Part des services en ligne conformes, même en partie, au RGAA (%)"
                - "Contrôle du RGPD prévu dès la conception des services : oui / non"
                - "Part des arrêts maladie attribués aux outils numériques (%)"
                - "Instance d’éthique en place : oui / non"
              en:
                - "Share of data hosted on French soil (%)"
                - "Share of workstations fitted with ergonomic hardware (%)"
                - "Share of online services that meet the RGAA accessibility standard, even in part (%)"
                - "GDPR check planned from the design of services: yes / no"
                - "Share of sick leave put down to digital tools (%)"
                - "Ethics body in place: yes / no"
            link: strategie-et-gouvernance/sengager-pour-un-numerique-respectueux/
            summary:
              fr: >-
                Élargissez la démarche au-delà de l’environnement : santé au travail, accès de tous aux services, vie privée, équité des
                algorithmes, attention des usagers. Un service sobre qui exclut ou qui piège ses usagers n’est pas responsable. Choisissez
                deux ou trois chantiers pour commencer et vérifiez les résultats avec les personnes concernées.
              en: >-
                Widen the approach beyond the environment: health at work, access for all, privacy, fair algorithms, users’ attention. A
                frugal service that excludes or traps its users is not responsible. Choose two or three areas to begin with and check the
                results with the people concerned.
          - id: a.8
            title:
              fr: "Peser le besoin et les effets d’une nouveauté technique avant de s’y lancer"
              en: "Weigh the need for a new technology and its effects before you start"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Responsable produit"
              en:
                - "Digital directorate"
                - "Product manager"
            indicators:
              fr:
                - "Part des projets de ce type dont coûts et gains sont comparés à l’existant (%)"
                - "Empreinte du projet estimée de la fabrication à la fin d’usage (kg éq. CO₂)"
              en:
                - "Share of such projects whose costs and gains are compared with the current solution (%)"
                - "Project footprint estimated from manufacture to end of use (kg CO₂ eq.)"
            link: strategie-et-gouvernance/pertinence-technologies-emergentes/
            summary:
              fr: >-
                Posez trois questions avant de vous lancer : quel besoin, quels effets, quelle autre solution plus simple ? Comptez le
                matériel, les réseaux, l’énergie et les usages nouveaux que l’outil fait naître. Regardez aussi la dépendance aux
                fournisseurs, les données personnelles et les personnes laissées de côté. Osez renoncer quand le gain n’est pas démontré.
              en: >-
                Ask three questions before you start: which need, which effects, which simpler solution? Count the hardware, the networks,
                the energy and the new uses the tool creates. Look also at supplier dependence, personal data and the people left behind.
                Dare to give up when the gain is not shown.
        """#
}
