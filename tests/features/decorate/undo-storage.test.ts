import fc from 'fast-check'
import { LOOK_FORMAT } from '@/domain/look/look'
import {
  addSection,
  changeSettings,
  type Design,
  designOf,
  moveSection,
  recolor,
} from '@/features/decorate/model/design'
import {
  createHistory,
  recordStep,
  redo,
  type UndoHistory,
  undo,
} from '@/features/decorate/model/undo-history'
import { MAX_CHARACTERS, packHistory, unpackHistory } from '@/features/decorate/storage/packed-history'
import {
  loadUndoHistory,
  MAX_SHOPS,
  MAX_UNDO_AGE_MS,
  saveUndoHistory,
} from '@/features/decorate/storage/undo-storage'
import { createBundledLook } from '@/templates/bundled-templates'
import { fakeTaro } from '../../support/components/taro'

const SHOP = '01JD00000000000000000000AA'
const first = designOf(createBundledLook('plain') as NonNullable<ReturnType<typeof createBundledLook>>)
const [HEAD] = first.sections
const text = (words: string): Design =>
  changeSettings(addSection(first, 'text-block'), 'text-block-1', { text: words })

beforeEach(() => fakeTaro.reset())

/** Arbitrary editing sessions of moves, text edits, undo and redo. */
const session = fc
  .array(fc.oneof(fc.constant('undo'), fc.constant('redo'), fc.constant('move'), fc.string()), {
    maxLength: 30,
  })
  .map((acts) =>
    acts.reduce<UndoHistory>(
      (steps, act) =>
        act === 'undo'
          ? undo(steps)
          : act === 'redo'
            ? redo(steps)
            : recordStep(
                steps,
                act === 'move' ? moveSection(steps.now, HEAD?.id ?? '', 1) : text(act),
                'text',
              ),
      createHistory(first, 5),
    ),
  )

describe('undo storage', () => {
  it('restores any history unchanged', () => {
    fc.assert(
      fc.property(session, (steps) => {
        saveUndoHistory(SHOP, steps)
        expect(loadUndoHistory(SHOP, steps.now, 5)).toEqual(steps)
      }),
    )
  })

  it('stores shared parts of designs once', () => {
    let steps = createHistory(first, 0)
    for (let at = 0; at < 40; at++)
      steps = recordStep(steps, moveSection(steps.now, HEAD?.id ?? '', at % 2 ? -1 : 1))
    const length = JSON.stringify(packHistory(steps)).length
    expect(length).toBeLessThan(JSON.stringify(first).length * 2)
  })

  it('keeps the steps nearest to the current design within the size limit', () => {
    let steps = createHistory(first, 0)
    for (let at = 0; at < 30; at++) steps = recordStep(steps, text(`${at}`.padEnd(5000, '长')))
    for (let at = 0; at < 10; at++) steps = undo(steps)
    const packed = packHistory(steps)
    expect(JSON.stringify(packed?.pieces).length).toBeLessThanOrEqual(MAX_CHARACTERS)
    const back = packed && unpackHistory(packed)
    expect(back?.now).toEqual(steps.now)
    expect(back?.past.length).toBeGreaterThan(3)
    expect(back?.past).toEqual(steps.past.slice(-(back?.past.length ?? 0)))
  })

  it('stores nothing for a design above the size limit and removes the earlier history', () => {
    saveUndoHistory(SHOP, recordStep(createHistory(first, 0), text('短')))
    const long = text('长'.repeat(MAX_CHARACTERS))
    saveUndoHistory(SHOP, recordStep(createHistory(first, 0), long))
    expect(loadUndoHistory(SHOP, long, 0)).toBeUndefined()
    expect(loadUndoHistory(SHOP, text('短'), 0)).toBeUndefined()
  })

  it('restores nothing for another design or another shop', () => {
    const steps = recordStep(createHistory(first, 0), text('我的'))
    saveUndoHistory(SHOP, steps)
    expect(loadUndoHistory(SHOP, recolor(first, '#0000aa'), 0)).toBeUndefined()
    expect(loadUndoHistory('01JD00000000000000000000BB', steps.now, 0)).toBeUndefined()
  })

  it('expires before the photos that it references', () => {
    const steps = recordStep(createHistory(first, 1000), text('我的'))
    saveUndoHistory(SHOP, steps)
    expect(loadUndoHistory(SHOP, steps.now, 1000 + MAX_UNDO_AGE_MS)).toEqual(steps)
    expect(loadUndoHistory(SHOP, steps.now, 1001 + MAX_UNDO_AGE_MS)).toBeUndefined()
  })

  it('ignores a history of an older look format', () => {
    const steps = recordStep(createHistory(first, 0), text('我的'))
    saveUndoHistory(SHOP, steps)
    const [key = ''] = [...fakeTaro.storage.keys()].filter((one) => one.endsWith(SHOP))
    fakeTaro.storage.set(
      key,
      (fakeTaro.storage.get(key) ?? '').replace(`"format":${LOOK_FORMAT}`, `"format":${LOOK_FORMAT - 1}`),
    )
    expect(loadUndoHistory(SHOP, steps.now, 0)).toBeUndefined()
  })

  it('keeps the histories of the most recent shops only', () => {
    const shops = Array.from({ length: MAX_SHOPS + 2 }, (_, at) => `shop-${at}`)
    const steps = recordStep(createHistory(first, 0), text('我的'))
    for (const shop of shops) saveUndoHistory(shop, steps)
    const remaining = shops.filter((shop) => loadUndoHistory(shop, steps.now, 0))
    expect(remaining).toEqual(shops.slice(2))
    expect([...fakeTaro.storage.keys()].filter((key) => key.startsWith('look-steps-'))).toHaveLength(
      MAX_SHOPS,
    )
  })
})
