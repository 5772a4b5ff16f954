import { act, render } from '@testing-library/react'
import { INITIAL_ITEMS } from '@/platform/lifecycle/partial-rendering'
import { BLOCK, LongList } from '@/ui/long-list/long-list'
import { mockIntersectionObserver } from '../support/components/fake-intersection-observer'

let screens: ReturnType<typeof mockIntersectionObserver>
beforeEach(() => {
  screens = mockIntersectionObserver()
})
afterEach(() => screens.restore())

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

const list = (count: number, open = false) => (
  <LongList items={numbers(count)} className="rows" estimatedHeight={100} open={open}>
    {(item, { at, of }) => (
      <button key={item} type="button" data-place={`${at} of ${of}`}>
        {item}
      </button>
    )}
  </LongList>
)

const shown = (container: Element) =>
  [...container.querySelectorAll('button')].map((button) => Number(button.textContent))
const blocks = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('.long-list__block')].map((block) => block.style.height)
const block = (container: Element, at: number) =>
  container.querySelectorAll('.long-list__block')[at] as Element

describe('LongList', () => {
  it('renders the first items and reserves space for the others', () => {
    const { container } = render(list(30))
    expect(shown(container)).toEqual(numbers(INITIAL_ITEMS))
    expect(blocks(container)).toEqual(['', '', '600px'])
  })

  it('renders blocks near the screen and replaces distant ones by their height', () => {
    const { container } = render(list(30))
    act(() => screens.enter(block(container, 0)))
    act(() => screens.enter(block(container, 2)))
    expect(shown(container)).toEqual(numbers(30))
    act(() => screens.leave(block(container, 0), { height: 1313 }))
    expect(shown(container)).toEqual(numbers(30).slice(BLOCK))
    expect(blocks(container)).toEqual(['1313px', '', ''])
    act(() => screens.enter(block(container, 0)))
    expect(shown(container)).toEqual(numbers(30))
  })

  it('keeps the first items rendered until they were on screen', () => {
    const { container } = render(list(30))
    act(() => screens.leave(block(container, 1), { height: 900 }))
    expect(shown(container)).toEqual(numbers(INITIAL_ITEMS))
  })

  it('ignores visibility changes of a page without layout', () => {
    const { container } = render(list(12))
    act(() => screens.enter(block(container, 0)))
    act(() => screens.leave(block(container, 0), { width: 0, height: 0 }))
    expect(shown(container)).toEqual(numbers(12))
  })

  it('keeps a block with the focus rendered', () => {
    const { container } = render(list(24))
    act(() => screens.enter(block(container, 0)))
    container.querySelector('button')?.focus()
    act(() => screens.leave(block(container, 0), { height: 900 }))
    expect(shown(container)).toEqual(numbers(24))
  })

  it('extends a reserved block when items are added', () => {
    const { container, rerender } = render(list(26))
    expect(blocks(container)).toEqual(['', '', '200px'])
    rerender(list(40))
    expect(blocks(container)).toEqual(['', '', '1200px', '400px'])
  })

  it('reports position and set size to screen readers, with -1 while the size is unknown', () => {
    const { container, rerender } = render(list(24, true))
    const last = () =>
      container.querySelector('.long-list__block:last-child button:last-child')?.getAttribute('data-place')
    expect(container.querySelector('[role=list]')).not.toBeNull()
    expect(last()).toBe('24 of -1')
    rerender(list(24))
    expect(last()).toBe('24 of 24')
  })
})
