import type { BlobStore } from '../../../server/blobs/blob-store'
import { recording } from '../../support/voice'
import { type TestPlace, testPlace } from '../support/database'
import { type Person, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { sendVoice } from '../support/send-voice'
import { makeWorld, newId, type World } from '../support/world'

/** Two servers on one database and one folder of files: one sweeps while the same content is sent to the other. */

const WEEK = 7 * 86_400_000

let shared: TestPlace
let sweeping: World
let taking: World
/** What the second server sees of the files. */
let files: BlobStore
let person: Person
beforeEach(async () => {
  shared = await testPlace()
  sweeping = await makeWorld({ place: shared.place })
  files = { ...sweeping.blobs }
  taking = await makeWorld({ place: shared.place, blobs: files })
  person = await signIn(taking.app)
})
afterEach(async () => {
  await sweeping.app.close()
  await taking.app.close()
  await shared.remove()
})

async function sweep() {
  await sweeping.app.worker.start(3_600_000)
  await sweeping.app.worker.runDue()
}

const media = {
  photo: {
    send: async () => sendPhoto(taking.app, person, newId(), await picture(50, 50).jpeg().toBuffer()),
    files: 4,
  },
  voice: { send: () => sendVoice(taking.app, person, newId(), recording(900)), files: 1 },
}

describe.each(Object.entries(media))('a %s', (_, { send, files: count }) => {
  beforeEach(async () => {
    expect((await send()).statusCode).toBe(200)
    sweeping.pass(WEEK)
    taking.pass(WEEK)
  })
  const expectWhole = () => expect(sweeping.blobs.names()).toHaveLength(count)

  test('that was found to be there before it was swept away is there again', async () => {
    const { get, size } = sweeping.blobs
    let swept: Promise<void> | undefined
    const thenSwept =
      <T>(look: (name: string) => Promise<T>) =>
      async (name: string) => {
        const found = await look(name)
        swept ??= sweep()
        await swept
        return found
      }
    files.get = thenSwept(get)
    files.size = thenSwept(size)
    expect((await send()).statusCode).toBe(200)
    await swept
    expectWhole()
  })

  test('that was sent while its files went is put back', async () => {
    const { setAside } = sweeping.blobs
    let sent: ReturnType<typeof send> | undefined
    sweeping.blobs.setAside = async (name) => {
      // the files are still there for the upload that looks before the first of them goes
      sent ??= send()
      expect((await sent).statusCode).toBe(200)
      return setAside(name)
    }
    await sweep()
    expect(sent).toBeDefined()
    expectWhole()
  })

  test('that nobody sends again goes with its files', async () => {
    await sweep()
    expect(sweeping.blobs.names()).toEqual([])
  })
})
