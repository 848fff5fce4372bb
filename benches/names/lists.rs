//! Common given and family names of several languages, to build people of who do not exist.

/// The names of one language.
pub(crate) struct Tongue {
    /// How many people in a hundred bear such names.
    pub(crate) share: usize,
    /// Given names, divided by blanks.
    pub(crate) given: &'static str,
    /// Family names, divided by semicolons, as some have blanks.
    pub(crate) family: &'static str,
}

/// The languages of a European network.
pub(crate) const TONGUES: &[Tongue] = &[
    Tongue {
        share: 52,
        given: "Anna Thomas Michael Sabine Petra Andreas Stefan Christian Katharina Julia Martin Markus Jörg Jürgen \
            Günter Karin Susanne Claudia Monika Peter Wolfgang Klaus Bernd Frank Uwe Ralf Dirk Heike Birgit Ulrike \
            Tobias Florian Sebastian Daniel Jan Lukas Jonas Felix Paul Max Lena Laura Sarah Lisa Johanna Franziska \
            Theresa Eva Maria Christine Angelika Renate Ursula Helga Ingrid Käthe Björn Sören Götz Hannelore Matthias \
            Alexander Andrea Simone Nicole Tanja Melanie Philipp Dominik Benjamin Elisabeth Gabriele Friedrich Heinrich \
            Karl Hans Johannes Georg Ludwig Manfred Dieter Helmut Gerhard Werner Volker Rüdiger Henning Silke Anke Antje",
        family: "Müller;Schmidt;Schneider;Fischer;Weber;Meyer;Wagner;Becker;Schulz;Hoffmann;Schäfer;Koch;Bauer;Richter;\
            Klein;Wolf;Schröder;Neumann;Schwarz;Zimmermann;Braun;Krüger;Hofmann;Hartmann;Lange;Schmitt;Werner;Schmitz;\
            Krause;Meier;Lehmann;Schmid;Schulze;Maier;Köhler;Herrmann;König;Walter;Mayer;Huber;Kaiser;Fuchs;Peters;Lang;\
            Scholz;Möller;Weiß;Jung;Hahn;Schubert;Vogel;Friedrich;Keller;Günther;Frank;Berger;Winkler;Roth;Beck;Lorenz;\
            Baumann;Franke;Albrecht;Schuster;Simon;Ludwig;Böhm;Winter;Kraus;Martin;Schumacher;Krämer;Vogt;Stein;Jäger;\
            Otto;Sommer;Groß;Seidel;Heinrich;Brandt;Haas;Schreiber;Graf;Schulte;Dietrich;Ziegler;Kuhn;Kühn;Pohl;Engel;\
            Horn;Busch;Bergmann;Thomas;Voigt;Sauer;Arnold;Wolff;Pfeiffer;von der Heide;von Lindenfels;zu Hohenau;Süßmilch",
    },
    Tongue {
        share: 9,
        given: "Katarzyna Małgorzata Agnieszka Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Łukasz Grzegorz Wojciech \
            Mateusz Barbara Ewa Elżbieta Magdalena Joanna Aleksandra Zofia Hanna Natalia Kamil Piotr Stanisław Zbigniew \
            Rafał Dorota Jadwiga Bożena Sławomir",
        family: "Nowak;Kowalski;Kowalska;Wiśniewski;Wiśniewska;Wójcik;Kowalczyk;Kamiński;Kamińska;Lewandowski;Zieliński;\
            Szymański;Woźniak;Dąbrowski;Dąbrowska;Kozłowski;Jankowski;Mazur;Wojciechowski;Kwiatkowski;Krawczyk;Kaczmarek;\
            Piotrowski;Grabowski;Zając;Pawłowski;Michalski;Król;Wieczorek;Jabłoński;Wróbel;Nowakowski;Majewski;Stępień",
    },
    Tongue {
        share: 8,
        given: "Élodie François Françoise Jérôme Hélène René Céline Benoît Aurélie Sébastien Stéphane Chloé Camille Julien \
            Nicolas Mathieu Antoine Margaux Léa Zoé Théo Noël Gaëlle Jean Pierre Marie Claire Luc Sylvie Cédric Joëlle",
        family: "Martin;Bernard;Dupré;Dubois;Thomas;Robert;Petit;Durand;Leroy;Moreau;Lefèvre;Lefebvre;Fournier;Girard;Bonnet;\
            Dupont;Lambert;Fontaine;Rousseau;Vincent;Mercier;Blanc;Guérin;Boyer;Garnier;Chevalier;François;Legrand;Gauthier;\
            Perrin;Clément;Gérard;de la Tour;Béranger;Noël",
    },
    Tongue {
        share: 8,
        given: "Björn Åsa Øyvind Søren Jørgen Håkon Märta Åke Göran Lars Erik Karin Ingrid Anders Mikael Niels Mette Lene \
            Kirsten Marit Sigrid Þóra Guðrún Jukka Päivi Matti Väinö Tuomas Annika Freja Ida Emma",
        family: "Åkesson;Sørensen;Jørgensen;Østergård;Lindström;Sjöberg;Öberg;Bergström;Ångström;Hansen;Hanson;Jensen;Jansen;\
            Nielsen;Nilsson;Larsen;Larsson;Andersen;Andersson;Pedersen;Petersson;Kristensen;Olsen;Olsson;Johansen;Johansson;\
            Virtanen;Mäkinen;Hämäläinen;Korhonen;Nieminen;Mäkelä;Bjørnstad;Håland;af Ekenstam",
    },
    Tongue {
        share: 6,
        given: "Ayşe Fatma Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Emine Hatice Zeynep Elif Ömer Çağla Gül Gülşen \
            Murat Işıl Yusuf Özlem Şeyma Emre Burak Ümit Cem Can Deniz",
        family: "Yılmaz;Kaya;Demir;Şahin;Çelik;Yıldız;Yıldırım;Öztürk;Aydın;Özdemir;Arslan;Doğan;Kılıç;Aslan;Çetin;Kara;Koç;Kurt;\
            Özkan;Şimşek;Polat;Korkmaz;Özcan;Çakır;Güneş;Işık;Erdoğan;Ünal;Aksoy;Güler",
    },
    Tongue {
        share: 4,
        given: "Wei Fang Li Na Min Jing Xiaoming Xiuying Lei Yang Yan Jun Jie Ming Chao Hui Ping Gang Mei Hong Xiaoyan Yifan",
        family: "Wang;Li;Zhang;Liu;Chen;Yang;Huang;Zhao;Wu;Zhou;Xu;Sun;Ma;Zhu;Hu;Guo;He;Lin;Gao;Luo;Zheng;Liang;Xie;Tang;Yan",
    },
    Tongue {
        share: 6,
        given: "María José Lucía Sofía Andrés Álvaro Íñigo Begoña Concepción Jesús Ángel Ana Carmen Javier Pilar Rocío Raúl \
            Martín Inés Mónica Óscar Nuria Pablo Diego Elena Manuel Miguel Rafael",
        family: "García;Rodríguez;González;Fernández;López;Martínez;Sánchez;Pérez;Gómez;Jiménez;Ruiz;Hernández;Díaz;Álvarez;\
            García López;Martínez Ruiz;Fernández Díaz;Muñoz;Romero;Gutiérrez;Núñez;Ortiz;Peña;Ibáñez;Vázquez;Castaño;Páez;Ramírez;\
            Pérez Gómez;de la Cruz",
    },
    Tongue {
        share: 4,
        given: "Gábor György Zoltán István Ferenc Attila Zsófia Eszter Katalin Ágnes Réka Boglárka Péter Tamás László Mária Éva \
            Ildikó Szilvia Ákos Dániel",
        family: "Nagy;Kovács;Tóth;Szabó;Horváth;Varga;Kiss;Molnár;Németh;Farkas;Balogh;Papp;Takács;Juhász;Lakatos;Mészáros;Oláh;\
            Rácz;Fekete;Szűcs;Török;Fehér;Gál;Kőszegi",
    },
    Tongue {
        share: 3,
        given: "James Mary John Patricia Robert Jennifer William Elizabeth David Susan Sinéad Siobhán Brian Kevin Emily Olivia \
            Charles George Christopher Catherine Anthony Samuel Rebecca Joel Michelle",
        family: "Smith;Johnson;Williams;Brown;Jones;Davis;Miller;Wilson;Taylor;Clark;O'Neill;O'Brien;McDonald;Walker;Young;Allen;\
            King;Wright;Scott;Hill;Green;Baker;Adams;Nelson;Carter;Murphy;Byrne;Handy;Marks;Guest",
    },
];

/// Short forms that a bearer of the name may use, in pairs.
pub(crate) const SHORT_FORMS: &[(&str, &str)] = &[
    ("Thomas", "Tom"),
    ("Michael", "Micha"),
    ("Sabine", "Bine"),
    ("Katharina", "Kathi"),
    ("Alexander", "Alex"),
    ("Elisabeth", "Lisa"),
    ("Susanne", "Susi"),
    ("Andreas", "Andi"),
    ("Christian", "Chris"),
    ("Matthias", "Matze"),
    ("Johannes", "Hannes"),
    ("Benjamin", "Ben"),
    ("Gabriele", "Gabi"),
    ("Philipp", "Phil"),
    ("Sebastian", "Basti"),
    ("Franziska", "Franzi"),
    ("Ulrike", "Uli"),
    ("Johanna", "Hanna"),
    ("Katarzyna", "Kasia"),
    ("Małgorzata", "Gosia"),
    ("Tomasz", "Tomek"),
    ("Agnieszka", "Aga"),
    ("Robert", "Bob"),
    ("William", "Bill"),
    ("Elizabeth", "Liz"),
    ("Daniel", "Dan"),
    ("Wolfgang", "Wolf"),
    ("Friedrich", "Fritz"),
    ("Manfred", "Manni"),
    ("Maximilian", "Max"),
    ("Samuel", "Sam"),
    ("Rebecca", "Becky"),
    ("Monika", "Moni"),
    ("Angelika", "Geli"),
    ("Nicole", "Nici"),
    ("Tobias", "Tobi"),
    ("Martina", "Tina"),
    ("Christine", "Tina"),
    ("Theresa", "Resi"),
    ("Magdalena", "Magda"),
];

/// Given names of two people who are easily taken for one.
pub(crate) const PAIRS: &[(&str, &str)] = &[
    ("Andreas", "Andrea"),
    ("Martin", "Martina"),
    ("Christian", "Christiane"),
    ("Simone", "Simon"),
    ("Petra", "Peter"),
    ("Michael", "Michaela"),
    ("Daniel", "Daniela"),
    ("Anna", "Anne"),
    ("Jan", "Jana"),
    ("Stefan", "Steffen"),
    ("Julia", "Julian"),
    ("Klaus", "Claas"),
    ("Karin", "Karina"),
    ("Paul", "Paula"),
    ("Johannes", "Johanna"),
];

/// What organisations are about.
pub(crate) const SUBJECTS: &[&str] = &[
    "BioCluster",
    "Photonik",
    "Optik",
    "Energie",
    "Holzbau",
    "Textilring",
    "Leichtbau",
    "Luftfahrt",
    "Hafenforum",
    "Mikrotechnik",
    "Agrarnetz",
    "Medizintechnik",
    "Sensorik",
    "Windkraftkreis",
    "Automation",
    "Foodwerk",
    "Wasserverbund",
    "Robotik",
    "Kunststoffkreis",
    "Cluster Mobilität",
    "Netzwerk Chemie",
    "Institut für Werkstoffe",
    "Universität",
    "Hochschule",
];

/// Where they are.
pub(crate) const PLACES: &[&str] = &[
    "Nord",
    "Süd",
    "Ost",
    "West",
    "Saale",
    "Emsland",
    "Auental",
    "Sieg",
    "Hunsrück",
    "Mitte",
    "Elbe",
    "Rhein",
    "Vogtland",
    "Eifel",
    "Lausitz",
    "Bodensee",
    "Kiel",
    "Altmark",
    "Spessart",
    "Ruhr",
];

/// What may follow the name in a register.
pub(crate) const FORMS: &[&str] = &[
    "",
    "",
    "",
    " e.V.",
    " GmbH",
    " gGmbH",
    " AG",
    " GmbH & Co. KG",
];
