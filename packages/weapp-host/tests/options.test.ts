import { createSettings } from '../src/node/options'
import { rewriteUrl } from '../src/shared/rewrite-url'

describe('rewriteUrl', () => {
  const redirects = { 'https://api.example': 'http://127.0.0.1:3000' }

  it.each([
    ['https://api.example/a?b=c', 'http://127.0.0.1:3000/a?b=c'],
    ['https://api.example', 'http://127.0.0.1:3000'],
    ['https://api.example?x=1', 'http://127.0.0.1:3000?x=1'],
    ['https://api.example.org/a', 'https://api.example.org/a'],
    ['https://other.example/a', 'https://other.example/a'],
  ])('maps %s to %s', (url, rewritten) => {
    expect(rewriteUrl(url, redirects)).toBe(rewritten)
  })
})

describe('createSettings', () => {
  it('separates mocks that are values from mocks that are functions', () => {
    const settings = createSettings({ mocks: { getLocation: { latitude: 1 }, login: () => ({ code: 'x' }) } })
    expect(settings.mocks).toEqual({ getLocation: { latitude: 1 } })
    expect(settings.functionMocks).toEqual(['login'])
  })

  it('derives the language of WeChat from the locale', () => {
    expect(createSettings({ locale: 'en-US' }).language).toBe('en_US')
  })
})
