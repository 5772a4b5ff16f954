import fc from 'fast-check'
import { BASE32, ID_PATTERN } from '@/domain/id'
import { MAX_SCENE, readScene, type Scene, writeScene } from '@/domain/shop/scene'
import { forAll } from '../../support/for-all'

const signs = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength })

const slugs = signs('0123456789abcdefghijklmnopqrstuvwxyz', 6, 12)
const ids = fc.tuple(signs('01234567', 1, 1), signs(BASE32, 25, 25)).map(([first, others]) => first + others)

/** Scenes of shops and of their things. */
const scenes: fc.Arbitrary<Scene> = fc.oneof(fc.record({ slug: slugs }), fc.record({ slug: slugs, id: ids }))

/** What WeChat allows in a scene. */
const ALLOWED = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

const LAST: Scene = { slug: 'zzzzzzzzzzzz', id: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ' }

describe('writeScene', () => {
  it('writes what readScene reads as the same', () => {
    forAll(scenes, (scene) => expect(readScene(writeScene(scene))).toEqual(scene))
  })

  it('writes at most 32 characters that WeChat allows', () => {
    forAll(scenes, (scene) => expect(writeScene(scene)).toMatch(ALLOWED))
    expect(writeScene(LAST)).toMatch(ALLOWED)
  })

  it('writes a shop as its slug, which all releases read', () => {
    expect(writeScene({ slug: 'abcd1234' })).toBe('abcd1234')
  })

  it.each<[string, Scene]>([
    ['the shortest slug with the first id', { slug: '000000', id: '0'.repeat(26) }],
    ['the longest slug with the last id', LAST],
    ['zeros at the end of a slug', { slug: '1000000', id: '01J00000000000000000000000' }],
  ])('keeps %s', (_, scene) => {
    expect(scene.id).toMatch(new RegExp(ID_PATTERN))
    expect(readScene(writeScene(scene))).toEqual(scene)
  })
})

describe('readScene', () => {
  it('reads only what writeScene writes', () => {
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
    forAll(fc.oneof(signs(letters, 0, 33), signs(letters, MAX_SCENE, MAX_SCENE)), (text) => {
      const scene = readScene(text)
      if (scene) expect(writeScene(scene)).toBe(text)
    })
  })

  it('reads no scene from any other text', () => {
    forAll(fc.string({ maxLength: 40 }), (text) => {
      const scene = readScene(text)
      if (scene) expect(writeScene(scene)).toBe(text)
    })
  })

  it.each([
    ['', 'an empty text'],
    ['abc', 'a short slug'],
    ['slug=abcd1234&id=9', 'a query string'],
    ['_'.repeat(MAX_SCENE), 'a number above the last'],
    ['0'.repeat(MAX_SCENE - 1), 'a number without its first sign'],
    [`${writeScene(LAST).slice(0, -1)}=`, 'a sign that is none'],
  ])('reads nothing from %p, %s', (text) => {
    expect(readScene(text)).toBeUndefined()
  })
})
