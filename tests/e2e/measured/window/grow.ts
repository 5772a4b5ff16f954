import { inFront } from './shown'

/** How many px are hidden below what scrolls in front of a person: the window, the page, a sheet's content. */
export function hiddenBelow(): number {
  const front = inFront()
  // the lines of a field scroll by themselves; `cut.ts` looks at those
  const scrollers = [
    document.documentElement,
    front,
    ...front.querySelectorAll<HTMLElement>(':not(textarea)'),
  ].filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowY))
  return Math.max(0, ...scrollers.map((one) => one.scrollHeight - one.clientHeight))
}
