/**
 * The buttons of the ribbon that run code instead of opening the pane. The add-in has one shared runtime: its
 * page is loaded with the first button that is pressed, shown or not, and stays. The manifest names the same
 * page for pane, functions and buttons.
 */

/** Buttons by the names that the manifest gives them. */
export type RibbonButton = 'share' | 'help';

/** What a press does, until Excel starts the add-in anew. */
export function onRibbonButton(button: RibbonButton, press: () => Promise<void>): void {
  Office.actions.associate(button, (event?: { completed: () => void }) => {
    // Excel greys the button out until it hears that the press is done, whatever came of it.
    void press()
      .catch(() => undefined)
      .finally(() => event?.completed());
  });
}

/** Opens the pane, wherever the add-in runs out of sight. */
export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}

/**
 * Shows one of the add-in's own pages beside Excel: in the user's browser, or where Excel is itself in the
 * browser, in a window within Excel, because a button of the ribbon may not open another one there.
 *
 * @param path below the add-in's own address
 */
export async function showPage(path: string): Promise<void> {
  const address = new URL(path, location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(address);
    return;
  }
  await new Promise<void>((done) => {
    Office.context.ui.displayDialogAsync(address, { height: 80, width: 50, displayInIframe: true }, () =>
      done(),
    );
  });
}
