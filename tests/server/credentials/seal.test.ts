import { randomBytes } from 'node:crypto'
import { isSealedByCurrent, seal, unseal } from '../../../server/credentials/seal'

const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const NAME = 'wechat-pay-platform'
const TEXT = '{"apiKey":"a secret of 32 characters"}'

describe('sealed credential', () => {
  it('opens with its key, and contains nothing of its text or key', () => {
    const sealed = seal({ current: first }, NAME, TEXT)
    expect(unseal({ current: first }, NAME, sealed)).toBe(TEXT)
    expect(sealed).not.toContain('secret')
    expect(sealed).not.toContain(first.toString('hex').slice(0, 8))
  })

  it('differs on each sealing', () => {
    expect(seal({ current: first }, NAME, TEXT)).not.toBe(seal({ current: first }, NAME, TEXT))
  })

  it('opens with the previous key during a key rotation', () => {
    const sealed = seal({ current: first }, NAME, TEXT)
    const keys = { current: second, previous: first }
    expect(unseal(keys, NAME, sealed)).toBe(TEXT)
    expect(isSealedByCurrent(keys, sealed)).toBe(false)
    expect(isSealedByCurrent(keys, seal(keys, NAME, TEXT))).toBe(true)
  })

  it('does not open with another key or under another name', () => {
    const sealed = seal({ current: first }, NAME, TEXT)
    expect(() => unseal({ current: second, previous: third }, NAME, sealed)).toThrow('sealed by another key')
    expect(() => unseal({ current: first }, 'wechat-pay-direct', sealed)).toThrow()
  })

  it.each([0, 1, 2, 3])('does not open when its part %d is changed', (changed) => {
    const parts = seal({ current: first }, NAME, TEXT).split('.')
    const flipped = parts.map((part, i) =>
      i === changed ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    )
    expect(() => unseal({ current: first }, NAME, flipped.join('.'))).toThrow()
  })
})
