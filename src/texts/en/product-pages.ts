/** A page of the add-in's own help: plain text but for the links that `{functions}` and the like stand for. */
export interface ProductPage {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly list?: readonly string[];
  }[];
}

export interface ProductPagesTexts {
  /** The links by which the pages lead to each other. */
  readonly links: Readonly<Record<'index' | 'functions' | 'support' | 'privacy', string>>;
  readonly index: ProductPage;
  readonly support: ProductPage;
  readonly privacy: ProductPage;
}

export const productPages: ProductPagesTexts = {
  links: { index: 'Help', functions: 'All functions', support: 'Support', privacy: 'Privacy' },
  index: {
    title: 'Social caretakers: help',
    lead: 'The add-in evaluates whether social caretakers prevent evictions and pay for themselves. It reads tables of evictions and writes a workbook with the effect, the savings and when it breaks even, each with how sure it is.',
    sections: [
      {
        heading: 'To begin',
        paragraphs: [
          'Press Evaluate on the Home tab. The pane leads you through the steps; nothing is written before you ask for it.',
          'Try the built-in example first: it needs no tables of your own, and its sheets can be deleted again like any others.',
        ],
      },
      {
        heading: 'The tables that are needed',
        paragraphs: [
          'They may stand in sheets of the workbook, in the cells that you select, or in .csv and .xlsx files of the computer; each table with its headings in the first row.',
        ],
        list: [
          'Evictions: area, group (intervention or control), organisation, year, evictions and, where you have them, tenancies.',
          'Programmes: area, first full year, tenancies and prevention hours per week.',
          'Cost per eviction, if you have figures of your own: source and amount.',
        ],
      },
      {
        heading: 'What is read, and what is not',
        paragraphs: [
          'A blank is never read as 0. What was read in a doubtful way is said before anything is written, and again on the sheet Method.',
        ],
      },
      {
        heading: 'What you get',
        paragraphs: [
          'Sheets with live formulas: change a count, and every figure, interval and chart follows. Give the effect only together with its interval: evictions are few, and chance is large.',
          'Your own sheets and cells are not touched. Delete the add-in’s sheets, and the report is gone; the evaluation with its counts is still kept in the workbook, so that the pane can open it again.',
        ],
      },
      {
        heading: 'When you pass a report on',
        paragraphs: [
          'Press Share on the Home tab, or Share a copy below the result. The pane opens a copy as a new workbook, which you save where you like; the report itself stays as it is.',
          'Values only: all formulas are replaced by their results, and the copy opens without the add-in. Small counts masked: counts of 1 to 4 are masked, and so is everything that would give them away; the sheet About the copy says what is masked.',
        ],
      },
      {
        heading: 'In cells',
        paragraphs: [
          'Every step of the method is also a function that you can type, from =SV.EVICTION_RATE to =SV.DID_EFFECT. See {functions}.',
        ],
      },
    ],
  },
  support: {
    title: 'Social caretakers: support',
    lead: 'Most of what can go wrong is put right here.',
    sections: [
      {
        heading: 'When something does not work',
        paragraphs: [],
        list: [
          'The add-in is not on the Home tab: ask whoever installed it, or insert it anew under Add-ins. It needs Excel for Windows or Mac of Microsoft 365, or Excel 2021 or newer, or Excel on the web.',
          'Excel says that it waits: finish typing in the cell with Enter or Esc, then try again.',
          'The workbook is protected: remove the protection under Review, then try again.',
          'The tables are not found: check the headings against the list on the page {index}.',
          'A cell shows #NAME?: the workbook was opened where the add-in is not installed. The sheets of a report hold Excel’s own functions only and go on working.',
          'A cell shows #VALUE! or #N/A: select it and read the message; it says which argument, what was expected and what came.',
        ],
      },
      {
        heading: 'Whom to ask',
        paragraphs: [
          'Write to the person in your organisation who gave you the add-in. Send along the line at the foot of the pane (the version, and what unfolds below it) and the message as it stands. Send no figures about residents.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Social caretakers: privacy',
    lead: 'Your figures stay in your workbook, on your computer or where you keep the workbook.',
    sections: [
      {
        heading: 'What the add-in does',
        paragraphs: [],
        list: [
          'It reads the open workbook and the files that you choose, writes sheets only when you ask for it, and computes in Excel on your computer.',
          'It sends no figures anywhere, keeps no log, sets no cookies and has no accounts.',
          'The evaluation is kept in the workbook itself, with what you chose and the counts it was read from: whoever gets the file gets those too. Excel for Windows takes them out under File, Info, Inspect Document (Custom XML Data); a copy made by Share does not have them.',
          'Until the workbook has taken it, what you typed last is kept by the browser on your computer, for the add-in alone and without the counts; then that copy is deleted.',
        ],
      },
      {
        heading: 'Which addresses it asks',
        paragraphs: [
          'Its own, for its pages and scripts, and Microsoft’s, for the library through which every add-in talks to Excel. As with any web page, those servers can see that your computer asked, but not what is in the workbook.',
        ],
      },
      {
        heading: 'When you share a report',
        paragraphs: [
          'A small count can point to a person. The pane can make a copy in which small counts are masked; what you send, and to whom, is your own choice.',
        ],
      },
    ],
  },
};
