import { act, render } from '@testing-library/react'
import { INITIAL_ITEMS } from '@/platform/lifecycle/viewport-observer'
import { BLOCK, LongList } from '@/ui/long-list/long-list'
import { standInForScreens } from '../support/near'

let screens: ReturnType<typeof standInForScreens>
beforeEach(() => {
  screens = standInForScreens()
})
afterEach(() => screens.end())

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

const list = (count: number, open = false) => (
  <LongList items={numbers(count)} className="rows" about={100} open={open}>
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

test('the first items are there at once, the others are room', () => {
  const { container } = render(list(30))
  expect(shown(container)).toEqual(numbers(INITIAL_ITEMS))
  expect(blocks(container)).toEqual(['', '', '600px'])
})

test('what comes near is there; what leaves is room as high as it was', () => {
  const { container } = render(list(30))
  act(() => screens.comes(block(container, 0)))
  act(() => screens.comes(block(container, 2)))
  expect(shown(container)).toEqual(numbers(30))
  act(() => screens.leaves(block(container, 0), { height: 1313 }))
  expect(shown(container)).toEqual(numbers(30).slice(BLOCK))
  expect(blocks(container)).toEqual(['1313px', '', ''])
  act(() => screens.comes(block(container, 0)))
  expect(shown(container)).toEqual(numbers(30))
})

test('the first items stay until people have come by them', () => {
  const { container } = render(list(30))
  act(() => screens.leaves(block(container, 1), { height: 900 }))
  expect(shown(container)).toEqual(numbers(INITIAL_ITEMS))
})

test('a page that is not laid out says nothing about its lists', () => {
  const { container } = render(list(12))
  act(() => screens.comes(block(container, 0)))
  act(() => screens.leaves(block(container, 0), { width: 0, height: 0 }))
  expect(shown(container)).toEqual(numbers(12))
})

test('what has the focus stays, however far it is scrolled away', () => {
  const { container } = render(list(24))
  act(() => screens.comes(block(container, 0)))
  container.querySelector('button')?.focus()
  act(() => screens.leaves(block(container, 0), { height: 900 }))
  expect(shown(container)).toEqual(numbers(24))
})

test('more items follow: a block that was room takes more of it', () => {
  const { container, rerender } = render(list(26))
  expect(blocks(container)).toEqual(['', '', '200px'])
  rerender(list(40))
  expect(blocks(container)).toEqual(['', '', '1200px', '400px'])
})

test('readers hear where an item stands, and of how many once that is known', () => {
  const { container, rerender } = render(list(24, true))
  const last = () =>
    container.querySelector('.long-list__block:last-child button:last-child')?.getAttribute('data-place')
  expect(container.querySelector('[role=list]')).not.toBeNull()
  expect(last()).toBe('24 of -1')
  rerender(list(24))
  expect(last()).toBe('24 of 24')
})
