import { rmSync } from 'node:fs'
import { EngineCache } from '../../compiler/engine-cache'
import { main } from '../../compiler/main'
import { createSmallEngine } from './small-engine'

const look = { sections: [{ kind: 'contact' }, { kind: 'story' }] } as never

test('an engine deleted before it was read is built again', async () => {
  const deleted = createSmallEngine()
  rmSync(deleted, { recursive: true })
  const folders = [deleted, createSmallEngine({ 'app.js': 'made again' })]
  const requests: unknown[] = []
  const shelf = new EngineCache({
    buildShared: async () => `${deleted}-too`,
    loadCustomCompiler: async () => main,
    buildWithSections: async (...request) => {
      requests.push(request)
      return folders.shift() ?? deleted
    },
  })
  const files = await shelf.get('h5', look, 'own')
  expect(files.get('app.js')?.toString()).toBe('made again')
  expect(requests).toEqual([
    ['h5', ['contact', 'story'], 'own'],
    ['h5', ['contact', 'story'], 'own'],
  ])
  await expect(shelf.get('weapp', undefined, undefined)).rejects.toThrow('ENOENT')
})
