import { rmSync } from 'node:fs'
import { EngineShelf } from '../../compiler/engine-shelf'
import { main } from '../../compiler/main'
import { smallEngine } from './small-engine'

const look = { sections: [{ kind: 'contact' }, { kind: 'story' }] } as never

test('an engine that was swept away before it was read is made again', async () => {
  const gone = smallEngine()
  rmSync(gone, { recursive: true })
  const folders = [gone, smallEngine({ 'app.js': 'made again' })]
  const asked: unknown[] = []
  const shelf = new EngineShelf({
    ready: async () => `${gone}-too`,
    own: async () => main,
    full: async (...wanted) => {
      asked.push(wanted)
      return folders.shift() ?? gone
    },
  })
  const files = await shelf.of('h5', look, 'own')
  expect(files.get('app.js')?.toString()).toBe('made again')
  expect(asked).toEqual([
    ['h5', ['contact', 'story'], 'own'],
    ['h5', ['contact', 'story'], 'own'],
  ])
  await expect(shelf.of('weapp', undefined, undefined)).rejects.toThrow('ENOENT')
})
