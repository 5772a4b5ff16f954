import type { BlobStore } from '../../../../server/blobs/blob-store'
import { createRecording } from '../../../support/voice-recording'
import { type ApiClient, signIn } from '../../support/api-client'
import { createDatabaseLocation, type DatabaseLocation } from '../../support/database'
import { picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'

/** Two servers share one database and one blob store: one sweeps while the same content is uploaded to the other. */

const WEEK = 7 * 86_400_000

let shared: DatabaseLocation
let sweepingServer: TestEnvironment
let uploadServer: TestEnvironment
/** The blob store of the second server. */
let files: BlobStore
let person: ApiClient
beforeEach(async () => {
  shared = await createDatabaseLocation()
  sweepingServer = await createTestEnvironment({ databaseLocation: shared.location })
  files = { ...sweepingServer.blobs }
  uploadServer = await createTestEnvironment({ databaseLocation: shared.location, blobs: files })
  person = await signIn(uploadServer.app)
})
afterEach(async () => {
  await sweepingServer.app.close()
  await uploadServer.app.close()
  await shared.remove()
})

async function sweep() {
  await sweepingServer.app.worker.start(3_600_000)
  await sweepingServer.app.worker.runDue()
}

const media = {
  photo: {
    send: async () => sendPhoto(uploadServer.app, person, newId(), await picture(50, 50).jpeg().toBuffer()),
    files: 4,
  },
  voice: { send: () => sendVoice(uploadServer.app, person, newId(), createRecording(900)), files: 1 },
}

describe.each(Object.entries(media))('a %s', (_, { send, files: count }) => {
  beforeEach(async () => {
    expect((await send()).statusCode).toBe(200)
    sweepingServer.advance(WEEK)
    uploadServer.advance(WEEK)
  })
  const expectAllFiles = () => expect(sweepingServer.blobs.names()).toHaveLength(count)

  test('is stored again when it is swept right after an upload found it', async () => {
    const { get, size } = sweepingServer.blobs
    let swept: Promise<void> | undefined
    const sweepAfterFirst =
      <T>(read: (name: string) => Promise<T>) =>
      async (name: string) => {
        const result = await read(name)
        swept ??= sweep()
        await swept
        return result
      }
    files.get = sweepAfterFirst(get)
    files.size = sweepAfterFirst(size)
    expect((await send()).statusCode).toBe(200)
    expect(swept).toBeDefined()
    await swept
    expectAllFiles()
  })

  test('is restored when it is uploaded during its removal', async () => {
    const { quarantine } = sweepingServer.blobs
    let sent: ReturnType<typeof send> | undefined
    sweepingServer.blobs.quarantine = async (name) => {
      // the upload still finds its files before the first one is removed
      sent ??= send()
      expect((await sent).statusCode).toBe(200)
      return quarantine(name)
    }
    await sweep()
    expect(sent).toBeDefined()
    expectAllFiles()
  })

  test('is removed with its files when it is not uploaded again', async () => {
    await sweep()
    expect(sweepingServer.blobs.names()).toEqual([])
  })
})
