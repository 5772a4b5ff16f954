import { waitUntil } from '../wait-until'

type React = typeof import('react')
type Node = ReturnType<React['createElement']>

/** The parts of React that compiled mini-programs use, made of Preact. */
export const react = jest.requireActual<React & { default: Record<string, unknown> }>(
  '../../../config/react-on-preact',
)

export interface Stage {
  place: HTMLElement
  draw(node: Node | null): void
  /** Waits until this is the text on the stage. */
  shows(text: string): Promise<void>
}

/** Waits for renders and effects that were begun. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 150))

/** An element in which each test draws by Preact. */
export function openStage(): Stage {
  const render = react.default.render as (node: Node | null, into: HTMLElement) => void
  const stage: Stage = {
    place: document.createElement('main'),
    draw: (node) => render(node, stage.place),
    shows: (text) =>
      waitUntil(
        () => stage.place.textContent === text,
        () => `it shows ${text}, not ${stage.place.textContent}`,
      ),
  }
  beforeEach(() => {
    stage.place = document.createElement('main')
    document.body.append(stage.place)
  })
  afterEach(() => {
    stage.draw(null)
    stage.place.remove()
  })
  return stage
}
