const removed: [object, string][] = [
  [Object, 'hasOwn'],
  [Object, 'fromEntries'],
  [Array.prototype, 'at'],
  [Array.prototype, 'flat'],
  [Array.prototype, 'flatMap'],
  [String.prototype, 'replaceAll'],
  [Promise.prototype, 'finally'],
]
const original = removed.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {})

beforeAll(() => {
  for (const [owner, name] of removed) Reflect.deleteProperty(owner, name)
  require('@/platform/polyfills/polyfills')
})
afterAll(() => {
  removed.forEach(([owner, name], at) => void Object.defineProperty(owner, name, original[at] ?? {}))
})

describe('polyfills', () => {
  it('replaces the removed built-ins', () => {
    removed.forEach(
      ([owner, name], at) => void expect(Reflect.get(owner, name)).not.toBe(original[at]?.value),
    )
  })

  it('implements Object.hasOwn and Object.fromEntries', () => {
    expect([Object.hasOwn({ a: undefined }, 'a'), Object.hasOwn({}, 'toString')]).toEqual([true, false])
    expect(Object.hasOwn(Object.create(null), 'a')).toBe(false)
    expect(Object.fromEntries(new Map([['a', 1]]))).toEqual({ a: 1 })
  })

  it('implements Array.prototype.at, flat and flatMap', () => {
    expect([[1, 2].at(-1), [1, 2].at(0), [1].at(1), ([] as number[]).at(-1)]).toEqual([
      2,
      1,
      undefined,
      undefined,
    ])
    expect([1, [2, [3, [4]]]].flat()).toEqual([1, 2, [3, [4]]])
    expect([1, [2, [3, [4]]]].flat(Number.POSITIVE_INFINITY)).toEqual([1, 2, 3, 4])
    expect([[1], 2].flat(0)).toEqual([[1], 2])
    expect([1, 2].flatMap((item, at) => [item, [at]])).toEqual([1, [0], 2, [1]])
  })

  it('implements String.prototype.replaceAll', () => {
    expect('a.b.c'.replaceAll('.', '-')).toBe('a-b-c')
    expect('a+b'.replaceAll('+', ' ')).toBe('a b')
    expect('(a)'.replaceAll(/[()]/g, (sign) => `%${sign.charCodeAt(0)}`)).toBe('%40a%41')
  })

  it('implements Promise.prototype.finally', async () => {
    const calls: string[] = []
    const late = async () => {
      await null
      calls.push('end')
    }
    await expect(Promise.resolve(1).finally(late)).resolves.toBe(1)
    await expect(Promise.reject(new Error('no')).finally(late)).rejects.toThrow('no')
    await expect(
      Promise.resolve(1).finally(() => {
        throw new Error('in the end')
      }),
    ).rejects.toThrow('in the end')
    expect(calls).toEqual(['end', 'end'])
  })
})
