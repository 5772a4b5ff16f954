import { middleOf } from './find'
import { sleep } from './wait'

const FINGER =
  'position:fixed;z-index:2001;top:0;left:0;width:52px;height:52px;margin:-26px 0 0 -26px;border:4px solid #fff;border-radius:50%;background:rgba(28,35,32,.28);box-shadow:0 2px 12px rgba(0,0,0,.5);pointer-events:none;opacity:0'
const RING =
  'position:fixed;z-index:2001;top:0;left:0;border:4px solid #c92f08;border-radius:14px;box-shadow:0 0 0 4px #fff,0 0 24px rgba(201,47,8,.7);pointer-events:none;box-sizing:border-box'

function ensure(id: string, style: string): HTMLElement {
  const known = document.getElementById(id)
  if (known) return known
  const element = document.createElement('div')
  element.id = id
  element.setAttribute('aria-hidden', 'true')
  element.style.cssText = style
  document.body.appendChild(element)
  return element
}

const finger = () => ensure('demo-finger', FINGER)

let at = { x: 195, y: 700 }

const place = (element: HTMLElement, scale: number) => {
  element.style.transform = `translate(${at.x}px,${at.y}px) scale(${scale})`
}

/** Moves the finger to an element. @param ms how long that takes */
export async function moveFinger(to: Element, ms: number): Promise<void> {
  const element = finger()
  place(element, 1)
  // the browser starts from the present place only after a layout
  element.getBoundingClientRect()
  element.style.transition = `transform ${ms}ms ease-in-out, opacity 200ms`
  element.style.opacity = '1'
  at = middleOf(to)
  place(element, 1)
  await sleep(ms)
}

/** Presses the finger down for a moment. */
export async function pressFinger(ms: number): Promise<void> {
  const element = finger()
  element.style.transition = `transform ${ms / 2}ms`
  place(element, 0.7)
  await sleep(ms / 2)
  place(element, 1)
  await sleep(ms / 2)
}

export function hideFinger(): void {
  finger().style.opacity = '0'
}

/** Draws a ring around an element until the returned function is called; it follows the element, and pulses. */
export function drawRing(find: () => Element | undefined): () => void {
  const ring = ensure('demo-ring', RING)
  let frame = 0
  const follow = () => {
    const target = find()
    ring.style.display = target ? 'block' : 'none'
    if (target) {
      const { left, top, width, height } = target.getBoundingClientRect()
      const grow = 6 + 4 * Math.sin(Date.now() / 250)
      ring.style.transform = `translate(${left - grow}px,${top - grow}px)`
      ring.style.width = `${width + 2 * grow}px`
      ring.style.height = `${height + 2 * grow}px`
    }
    frame = requestAnimationFrame(follow)
  }
  follow()
  return () => {
    cancelAnimationFrame(frame)
    ring.remove()
  }
}
