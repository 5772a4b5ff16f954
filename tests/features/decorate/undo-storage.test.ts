import fc from 'fast-check'
import { LOOK_FORMAT } from '@/domain/look'
import { added, changed, type Design, designOf, moved, recoloured } from '@/features/decorate/model/design'
import { beginning, redone, type Steps, stepTo, undone } from '@/features/decorate/model/undo-history'
import { MOST_KEPT, packSteps, unpackSteps } from '@/features/decorate/storage/packed-steps'
import { KEPT_FOR, keepSteps, keptSteps, MOST_SHOPS } from '@/features/decorate/storage/undo-storage'
import { lookOf } from '@/templates/registry'
import { stage } from '../../support/taro'

const SHOP = '01JD00000000000000000000AA'
const first = designOf(lookOf('plain') as NonNullable<ReturnType<typeof lookOf>>)
const [HEAD] = first.sections
const text = (words: string): Design => changed(added(first, 'text-block'), 'text-block-1', { text: words })

beforeEach(() => stage.reset())

/** Some way of decorating: moves, colours, words, and steps back and forth. */
const way = fc
  .array(fc.oneof(fc.constant('undo'), fc.constant('redo'), fc.constant('move'), fc.string()), {
    maxLength: 30,
  })
  .map((acts) =>
    acts.reduce<Steps>(
      (steps, act) =>
        act === 'undo'
          ? undone(steps)
          : act === 'redo'
            ? redone(steps)
            : stepTo(steps, act === 'move' ? moved(steps.now, HEAD?.id ?? '', 1) : text(act), 'text'),
      beginning(first, 5),
    ),
  )

describe('steps that are put away', () => {
  test('come back as they were, however they were made', () => {
    fc.assert(
      fc.property(way, (steps) => {
        keepSteps(SHOP, steps)
        expect(keptSteps(SHOP, steps.now, 5)).toEqual(steps)
      }),
    )
  })

  test('what designs share is written once', () => {
    let steps = beginning(first, 0)
    for (let at = 0; at < 40; at++) steps = stepTo(steps, moved(steps.now, HEAD?.id ?? '', at % 2 ? -1 : 1))
    const length = JSON.stringify(packSteps(steps)).length
    expect(length).toBeLessThan(JSON.stringify(first).length * 2)
  })

  test('no more than so many characters, the nearest first', () => {
    let steps = beginning(first, 0)
    for (let at = 0; at < 30; at++) steps = stepTo(steps, text(`${at}`.padEnd(5000, '长')))
    for (let at = 0; at < 10; at++) steps = undone(steps)
    const packed = packSteps(steps)
    expect(JSON.stringify(packed?.pieces).length).toBeLessThanOrEqual(MOST_KEPT)
    const back = packed && unpackSteps(packed)
    expect(back?.now).toEqual(steps.now)
    expect(back?.past.length).toBeGreaterThan(3)
    expect(back?.past).toEqual(steps.past.slice(-(back?.past.length ?? 0)))
  })

  test('a design that is too long by itself has no steps, and none of before', () => {
    keepSteps(SHOP, stepTo(beginning(first, 0), text('短')))
    const long = text('长'.repeat(MOST_KEPT))
    keepSteps(SHOP, stepTo(beginning(first, 0), long))
    expect(keptSteps(SHOP, long, 0)).toBeUndefined()
    expect(keptSteps(SHOP, text('短'), 0)).toBeUndefined()
  })

  test("belong to the design they led to: another's has none", () => {
    const steps = stepTo(beginning(first, 0), text('我的'))
    keepSteps(SHOP, steps)
    expect(keptSteps(SHOP, recoloured(first, '#0000aa'), 0)).toBeUndefined()
    expect(keptSteps('01JD00000000000000000000BB', steps.now, 0)).toBeUndefined()
  })

  test('go before the photos they may show', () => {
    const steps = stepTo(beginning(first, 1000), text('我的'))
    keepSteps(SHOP, steps)
    expect(keptSteps(SHOP, steps.now, 1000 + KEPT_FOR)).toEqual(steps)
    expect(keptSteps(SHOP, steps.now, 1001 + KEPT_FOR)).toBeUndefined()
  })

  test('of an older form of looks are left', () => {
    const steps = stepTo(beginning(first, 0), text('我的'))
    keepSteps(SHOP, steps)
    const [key = ''] = [...stage.storage.keys()].filter((one) => one.endsWith(SHOP))
    stage.storage.set(
      key,
      (stage.storage.get(key) ?? '').replace(`"format":${LOOK_FORMAT}`, `"format":${LOOK_FORMAT - 1}`),
    )
    expect(keptSteps(SHOP, steps.now, 0)).toBeUndefined()
  })

  test('of the shops decorated last only', () => {
    const shops = Array.from({ length: MOST_SHOPS + 2 }, (_, at) => `shop-${at}`)
    const steps = stepTo(beginning(first, 0), text('我的'))
    for (const shop of shops) keepSteps(shop, steps)
    const left = shops.filter((shop) => keptSteps(shop, steps.now, 0))
    expect(left).toEqual(shops.slice(2))
    expect([...stage.storage.keys()].filter((key) => key.startsWith('look-steps-'))).toHaveLength(MOST_SHOPS)
  })
})
