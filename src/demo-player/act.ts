import { findField, findTarget, isOnTop, isTextVisible, middleOf, pressableOf } from './find'
import { drawRing, hideFinger, moveFinger, pressFinger } from './finger'
import type { PlayerAction, Target } from './protocol'
import { sleep, waitFor } from './wait'

/** Durations at the normal pace, in ms. */
const MOVE_MS = 650
const PRESS_MS = 260
const TYPE_MS = 110
const REST_MS = 350

type Actions = { [Kind in PlayerAction['do']]: Extract<PlayerAction, { do: Kind }> }

/** Scrolls what contains an element, so that its middle is in the middle. Scrolling by the browser would move the page around the frame. */
function scrollTo(element: Element): void {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around)
    if (around.scrollHeight <= around.clientHeight || !/auto|scroll/.test(overflowY)) continue
    const { top, height } = around.getBoundingClientRect()
    around.scrollTop += middleOf(element).y - (top + height / 2)
  }
}

/** Waits for a target that can be tapped; what is outside the window is scrolled to. */
async function reach(target: Target): Promise<Element> {
  const find = () => {
    const found = findTarget(target)
    if (found && !isOnTop(found)) scrollTo(found)
    return found && isOnTop(found) ? found : undefined
  }
  await waitFor(find, `"${target.name}"`)
  // what has just come may still move
  await sleep(120)
  return waitFor(find, `"${target.name}"`)
}

/** Sends the events of a tap to whatever is at the middle of an element. */
function sendTap(element: Element): void {
  const { x: clientX, y: clientY } = middleOf(element)
  const hit = document.elementFromPoint(clientX, clientY) || element
  const shared = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    clientX,
    clientY,
    detail: 1,
  }
  const pointer = { ...shared, pointerId: 1, pointerType: 'touch', isPrimary: true }
  hit.dispatchEvent(new PointerEvent('pointerdown', pointer))
  hit.dispatchEvent(new MouseEvent('mousedown', shared))
  hit.dispatchEvent(new PointerEvent('pointerup', pointer))
  hit.dispatchEvent(new MouseEvent('mouseup', shared))
  hit.dispatchEvent(new MouseEvent('click', shared))
}

/** Lets the page get a picture when it opens the file picker, which scripts cannot use. */
async function withPhoto(path: string, work: () => void): Promise<void> {
  const picture = await (await fetch(path)).blob()
  const { click } = HTMLInputElement.prototype
  HTMLInputElement.prototype.click = function choose(this: HTMLInputElement) {
    if (this.type !== 'file') return click.call(this)
    const transfer = new DataTransfer()
    transfer.items.add(new File([picture], 'photo.jpg', { type: picture.type }))
    this.files = transfer.files
    this.dispatchEvent(new Event('change'))
  }
  try {
    work()
  } finally {
    HTMLInputElement.prototype.click = click
  }
}

async function tap({ target, photo }: Actions['tap'], pace: number, onActed: () => void): Promise<void> {
  await moveFinger(await reach(target), MOVE_MS * pace)
  await pressFinger(PRESS_MS * pace)
  const element = await reach(target)
  if (photo === undefined) sendTap(element)
  else await withPhoto(photo, () => sendTap(element))
  onActed()
  await sleep(REST_MS * pace)
}

/** Sets a field's value as typing does, so that React notices. */
function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

async function type({ field: name, text }: Actions['type'], pace: number): Promise<void> {
  const field = await waitFor(() => findField(name), `the field "${name}"`)
  scrollTo(field)
  await moveFinger(field, MOVE_MS * pace)
  await pressFinger(PRESS_MS * pace)
  field.focus({ preventScroll: true })
  for (let length = 1; length <= text.length; length++) {
    setValue(field, text.slice(0, length))
    await sleep(TYPE_MS * pace)
  }
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.blur()
  await sleep(REST_MS * pace)
}

async function guide({ target, until }: Actions['guide']): Promise<void> {
  hideFinger()
  const stop = drawRing(() => {
    const found = findTarget(target)
    return found && pressableOf(found)
  })
  try {
    const isDone = () =>
      'text' in until ? isTextVisible(until.text) : findTarget(until.enabled) !== undefined
    // a person takes the time that they need
    while (!isDone()) await sleep(200)
  } finally {
    stop()
  }
}

/** Returns the slug of the newest shop of this phone. */
async function readShop(): Promise<string> {
  const reply = await fetch('/api/me/shops')
  const { items } = (await reply.json()) as { items: { slug: string; openedAt: number }[] }
  const [newest] = items.sort((a, b) => b.openedAt - a.openedAt)
  if (!newest) throw new Error('this phone has no shop')
  return newest.slug
}

/**
 * Does an action; returns what it reads.
 * @param onActed is called when a tap was made, which may leave the page
 * @throws Error that says what did not happen
 */
export async function act(
  action: PlayerAction,
  pace: number,
  onActed: () => void,
): Promise<string | undefined> {
  switch (action.do) {
    case 'open':
      location.assign(action.path)
      // the next page answers
      return new Promise(() => undefined)
    case 'see':
      hideFinger()
      await waitFor(() => isTextVisible(action.text), `"${action.text}"`)
      return undefined
    case 'tap':
      await tap(action, pace, onActed)
      return undefined
    case 'type':
      await type(action, pace)
      return undefined
    case 'guide':
      await guide(action)
      return undefined
    case 'read-shop':
      return readShop()
  }
}
