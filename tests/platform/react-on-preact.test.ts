/** The parts of React that compiled mini-programs use. */
import { readFileSync } from 'node:fs'
import type { ReactElement } from 'react'
import { openStage, react, settle } from '../support/components/preact-stage'
import { waitUntil } from '../support/wait-until'

const { createContext, createElement, memo, useContext, useEffect, useLayoutEffect, useSyncExternalStore } =
  react

const stage = openStage()

const renders = jest.fn()
const Recorded = memo((props: Record<string, unknown>) => {
  renders(props)
  return null
})

const Words = createContext('')
const Word = memo(() => createElement('b', null, useContext(Words)))

describe('memo', () => {
  it('renders again only when a property is changed, added or removed', () => {
    const steps: [props: Record<string, unknown>, isNew: boolean][] = [
      [{ a: 1 }, true],
      [{ a: 1 }, false],
      [{ a: 2 }, true],
      [{ a: 2, b: 1 }, true],
      [{ b: 1 }, true],
      [{ b: 1 }, false],
    ]
    for (const [props, isNew] of steps) {
      renders.mockClear()
      stage.draw(createElement(Recorded, props))
      expect([props, renders.mock.calls.length]).toEqual([props, isNew ? 1 : 0])
    }
  })

  it('renders again when a context that it reads has changed', async () => {
    const word = createElement(Word)
    for (const value of ['before', 'after']) {
      stage.draw(createElement(Words.Provider, { value }, word))
      await stage.shows(value)
    }
  })
})

/** A store of a number that counts who listens. */
function createStore(value: number) {
  const listeners = new Set<() => void>()
  return {
    listeners,
    read: () => value,
    set(next: number) {
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

interface StoreProps {
  store: ReturnType<typeof createStore>
}

const Reader = ({ store }: StoreProps) =>
  createElement('b', null, useSyncExternalStore(store.subscribe, store.read))

/** Changes the store before its child listens to it. */
function Changer({ store }: StoreProps) {
  useLayoutEffect(() => store.set(2), [store])
  return createElement(Reader, { store })
}

/** Two readers in a third one; reports each text that is shown. */
function Readers({ store, onShown }: StoreProps & { onShown(): void }) {
  useLayoutEffect(onShown)
  useSyncExternalStore(store.subscribe, store.read)
  return createElement('p', null, createElement(Reader, { store }), '/', createElement(Reader, { store }))
}

describe('useSyncExternalStore', () => {
  it('shows a value that changed before it listened', async () => {
    stage.draw(createElement(Changer, { store: createStore(1) }))
    await stage.shows('2')
  })

  it('shows the last of many fast changes, the same in all readers, with few renders', async () => {
    const store = createStore(0)
    const seen: string[] = []
    stage.draw(
      createElement(Readers, { store, onShown: () => void seen.push(stage.place.textContent ?? '') }),
    )
    await waitUntil(() => store.listeners.size === 3, 'all listen')
    for (let i = 1; i <= 100; i++) store.set(i)
    await stage.shows('100/100')
    await settle()
    expect(seen).toEqual(['0/0', '100/100'])
  })

  it('listens to another store once it gets one, and to none after it has gone', async () => {
    const [first, second] = [createStore(1), createStore(2)]
    stage.draw(createElement(Reader, { store: first }))
    await waitUntil(() => first.listeners.size === 1, 'the first store has a listener')
    stage.draw(createElement(Reader, { store: second }))
    await stage.shows('2')
    await waitUntil(() => second.listeners.size === 1, 'the second store has a listener')
    expect(first.listeners.size).toBe(0)
    second.set(3)
    await stage.shows('3')
    stage.draw(null)
    expect(second.listeners.size).toBe(0)
    second.set(4)
    await settle()
    expect(stage.place.textContent).toBe('')
  })
})

interface LoggedProps {
  name: string
  log: string[]
  inner?: ReactElement
}

function Logged({ name, log, inner }: LoggedProps) {
  useEffect(() => {
    log.push(`effect ${name}`)
    return () => void log.push(`end ${name}`)
  }, [name, log])
  useLayoutEffect(() => void log.push(`layout ${name}`), [name, log])
  return inner ?? null
}

describe('useEffect', () => {
  it('runs effects after the layout effects, children first, and their cleanups when a component is removed', async () => {
    const log: string[] = []
    const inner = createElement(Logged, { name: 'inner', log })
    stage.draw(createElement(Logged, { name: 'outer', log, inner }))
    await waitUntil(() => log.length === 4, 'all effects have run')
    expect(log).toEqual(['layout inner', 'layout outer', 'effect inner', 'effect outer'])
    stage.draw(null)
    expect(log.slice(4).sort()).toEqual(['end inner', 'end outer'])
  })
})

const List = ({ ids, isOpen }: { ids: number[]; isOpen: boolean }) =>
  createElement(
    'ul',
    null,
    'before',
    isOpen && createElement('b', null, '!'),
    'after',
    ids.map((id) => createElement('li', { key: id, id: `item-${id}` }, id)),
    ids.length,
  )

describe('a list', () => {
  it('moves its items by key, and leaves texts beside what appears and disappears', () => {
    stage.draw(createElement(List, { ids: [1, 2, 3], isOpen: false }))
    const third = document.getElementById('item-3')
    stage.draw(createElement(List, { ids: [3, 1, 4], isOpen: true }))
    expect(stage.place.textContent).toBe('before!after3143')
    expect(document.getElementById('item-3')).toBe(third)
    stage.draw(createElement(List, { ids: [], isOpen: false }))
    expect(stage.place.textContent).toBe('beforeafter0')
  })
})

const namesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(`node_modules/${file}`, 'utf8').matchAll(pattern)].map(([, name]) => name ?? '')

/** Taro's own runtime reads React's version, of which Preact has none; only sites forward references. */
const NOT_USED = ['version', 'forwardRef']

// the build rejects imports by name of what is missing
describe('what packages read from React as a whole', () => {
  it('contains all that zustand reads', () => {
    const names = namesIn('zustand/esm/react.mjs', /\bReact\.(\w+)/g)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !(name in react.default))).toEqual([])
  })

  it("contains all that Taro's runtime reads", () => {
    const runtime = '@tarojs/plugin-framework-react/dist/runtime.js'
    const names = namesIn(runtime, /(?<![.\w])(?:react|React|R)\.(\w+)/g)
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !NOT_USED.includes(name) && !(name in react))).toEqual([])
  })
})
