import { frontmostElement } from './visibility'

/** Returns the largest height in px hidden below a scroll container in front. */
export function hiddenBelow(): number {
  const front = frontmostElement()
  // textareas scroll by themselves and are checked in `cut.ts`
  const scrollers = [
    document.documentElement,
    front,
    ...front.querySelectorAll<HTMLElement>(':not(textarea)'),
  ].filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowY))
  return Math.max(0, ...scrollers.map((one) => one.scrollHeight - one.clientHeight))
}
