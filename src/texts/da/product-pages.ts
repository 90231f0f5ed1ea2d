import type { ProductPagesTexts } from '../en/product-pages';

export const productPages: ProductPagesTexts = {
  links: { index: 'Hjælp', functions: 'Alle funktioner', support: 'Support', privacy: 'Privatliv' },
  index: {
    title: 'Sociale viceværter: hjælp',
    lead: 'Tilføjelsesprogrammet evaluerer, om sociale viceværter forebygger udsættelser og betaler sig. Det læser tabeller med udsættelser og skriver en projektmappe med effekten, besparelsen og hvornår det går i nul, hver med hvor sikkert det er.',
    sections: [
      {
        heading: 'Sådan begynder du',
        paragraphs: [
          'Tryk på Evaluér på fanen Hjem. Ruden fører dig gennem trinene; der skrives intet, før du beder om det.',
          'Prøv det indbyggede eksempel først: det kræver ingen tabeller, og arkene kan slettes igen som alle andre.',
        ],
      },
      {
        heading: 'De tabeller, der skal bruges',
        paragraphs: [
          'De kan stå i ark i projektmappen, i de celler, du har markeret, eller i .csv- og .xlsx-filer på computeren; hver tabel med overskrifter i første række.',
        ],
        list: [
          'Udsættelser: område, gruppe (indsats eller kontrol), boligorganisation, år, udsættelser og, hvis du har dem, lejemål.',
          'Indsatser: område, første hele år, lejemål og forebyggelsestimer pr. uge.',
          'Pris pr. udsættelse, hvis du har egne tal: kilde og beløb.',
        ],
      },
      {
        heading: 'Hvad der læses, og hvad der ikke gør',
        paragraphs: [
          'En tom celle læses aldrig som 0. Det, der er læst med forbehold, får du at vide, før der skrives noget, og igen på arket Metode.',
        ],
      },
      {
        heading: 'Hvad du får',
        paragraphs: [
          'Ark med levende formler: ret et antal, og alle tal, intervaller og diagrammer følger med. Angiv kun effekten sammen med dens interval: udsættelser er få, og tilfældet fylder meget.',
          'Dine egne ark og celler bliver ikke rørt. Sletter du arkene fra tilføjelsesprogrammet, er rapporten væk; evalueringen med dens antal ligger stadig gemt i projektmappen, så ruden kan åbne den igen.',
        ],
      },
      {
        heading: 'Når du giver en rapport videre',
        paragraphs: [
          'Tryk på Del på fanen Hjem, eller på Del en kopi under resultatet. Ruden åbner en kopi som en ny projektmappe, som du gemmer, hvor du vil; rapporten selv bliver, som den er.',
          'Kun værdier: alle formler er erstattet af deres resultater, og kopien kan åbnes uden tilføjelsesprogrammet. Små tal skjult: antal på 1 til 4 er skjult, og det samme er alt, der ville røbe dem; arket Om kopien siger, hvad der er skjult.',
        ],
      },
      {
        heading: 'I celler',
        paragraphs: [
          'Hvert trin i metoden er også en funktion, du kan skrive, fra =SV.EVICTION_RATE til =SV.DID_EFFECT. Se {functions}.',
        ],
      },
    ],
  },
  support: {
    title: 'Sociale viceværter: support',
    lead: 'Det meste af det, der kan gå galt, kan du rette her.',
    sections: [
      {
        heading: 'Når noget ikke virker',
        paragraphs: [],
        list: [
          'Tilføjelsesprogrammet er ikke på fanen Hjem: spørg den, der installerede det, eller indsæt det igen under Tilføjelsesprogrammer. Det kræver Excel til Windows eller Mac fra Microsoft 365, Excel 2021 eller nyere eller Excel på internettet.',
          'Excel venter: gør cellen færdig med Enter eller Esc, og prøv igen.',
          'Projektmappen er beskyttet: fjern beskyttelsen under Gennemse, og prøv igen.',
          'Tabellerne bliver ikke fundet: sammenlign overskrifterne med listen på siden {index}.',
          'En celle viser #NAVN?: projektmappen er åbnet, hvor tilføjelsesprogrammet ikke er installeret. Rapportens ark bruger kun Excels egne funktioner og virker stadig.',
          'En celle viser #VÆRDI! eller #I/T: markér den, og læs meddelelsen; den siger, hvilket argument det drejer sig om, hvad der var ventet, og hvad der kom.',
        ],
      },
      {
        heading: 'Hvem du kan spørge',
        paragraphs: [
          'Skriv til den i din organisation, der gav dig tilføjelsesprogrammet. Send linjen nederst i ruden med (versionen og det, der folder sig ud under den) og meddelelsen, som den står. Send ingen tal om beboere.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Sociale viceværter: privatliv',
    lead: 'Dine tal bliver i din projektmappe, på din computer eller dér, hvor du gemmer projektmappen.',
    sections: [
      {
        heading: 'Hvad tilføjelsesprogrammet gør',
        paragraphs: [],
        list: [
          'Det læser den åbne projektmappe og de filer, du vælger, skriver kun ark, når du beder om det, og regner i Excel på din computer.',
          'Det sender ingen tal nogen steder hen, fører ingen log, sætter ingen cookies og har ingen konti.',
          'Evalueringen gemmes i selve projektmappen, med dine valg og de antal, den blev læst fra: den, der får filen, får også dem. I Excel til Windows fjernes de under Filer, Oplysninger, Undersøg dokument (Brugerdefinerede XML-data); en kopi fra Del har dem ikke med.',
          'Indtil projektmappen har fået det med, ligger det, du sidst har skrevet, i browseren på din egen computer, kun for tilføjelsesprogrammet og uden antallene; derefter slettes det.',
        ],
      },
      {
        heading: 'Hvilke adresser det spørger',
        paragraphs: [
          'Sin egen, efter sider og programkode, og Microsofts, efter det bibliotek, som alle tilføjelsesprogrammer taler med Excel igennem. Som ved enhver webside kan de servere se, at din computer spurgte, men ikke hvad der står i projektmappen.',
        ],
      },
      {
        heading: 'Når du deler en rapport',
        paragraphs: [
          'Et lille antal kan pege på en person. Ruden kan lave en kopi, hvor små antal er skjult; hvad du sender, og til hvem, vælger du selv.',
        ],
      },
    ],
  },
};
