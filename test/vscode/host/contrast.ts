import type { Locator } from './playwright.ts';

/** The part of a page's window that tells how an element looks; the project's own code runs in none. */
interface PageWindow {
  getComputedStyle(element: unknown): { readonly color: string; readonly backgroundColor: string };
}

/** The colours of an element's text and ground as a browser computes them, `rgb(31, 35, 40)`. */
export function coloursOf(element: Locator): Promise<{ readonly text: string; readonly ground: string }> {
  // Runs in the page, so that it can use nothing from here.
  return element.evaluate((self) => {
    const { color, backgroundColor } = (globalThis as unknown as PageWindow).getComputedStyle(self);
    return { text: color, ground: backgroundColor };
  });
}

/** The relative luminance of such a colour, 0 to 1. Source: WCAG 2.2, "relative luminance". */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/[\d.]+/g)].map(([number]) =>
    linear(Number(number) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours are apart, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
