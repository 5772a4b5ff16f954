import type { RouteReply } from '@/contract/routes'
import { MAX_VOICE_MS, voicePath } from '@/domain/voice'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import type { Content } from '../content/content'
import { checkUploadAllowed, recordUpload, type Uploader } from '../media/record-upload'
import { isAlreadyStored } from '../media/stored-media'
import type { RunInQueue } from '../media/uploads'
import { type Mp3Audio, readMp3 } from './mp3'
import { addVoice } from './store'
import { voiceFileName } from './voice-file'

type StoredVoice = RouteReply<'PUT /api/voices/:voiceId'>

interface Upload extends Uploader {
  id: string
  bytes: Buffer
}

/** The hash of a voice's frames, which names its file. */
export const voiceHash = (sound: Mp3Audio): string => sha256(sound.bytes).slice(0, 32)

/**
 * Stores a voice, once for each id. The same sound returns the same result, another one is `idempotency-conflict`, and an id
 * of another account is `not-found`. Only frames are stored; equal voices share a file.
 */
export async function storeVoice(
  deps: AppDependencies & { content: Content },
  turn: RunInQueue,
  { id, accountId, address, bytes }: Upload,
): Promise<StoredVoice> {
  const sound = readMp3(bytes)
  if (!sound) throw new ApiError('not-a-voice')
  if (sound.ms > MAX_VOICE_MS) throw new ApiError('too-large')
  const { ms } = sound
  const hash = voiceHash(sound)
  const voice = { id, accountId, hash, ms }
  if (!(await isAlreadyStored(deps.db.query, 'voice', voice))) {
    await checkUploadAllowed(deps, { accountId, address })
    await turn(async () => {
      const keepFile = async () => {
        if ((await deps.blobs.size(voiceFileName(hash))) === undefined)
          await deps.blobs.put(voiceFileName(hash), sound.bytes)
      }
      await keepFile()
      await recordUpload(deps, 'voice', { ...voice, address }, [voiceFileName(hash)], async (tx, size) => {
        await addVoice(tx, { ...voice, bytes: size, now: deps.clock() })
        await deps.content.recordFile(tx, 'voice', hash, accountId)
      })
      // another server's sweep may have deleted a file that existed before
      await keepFile()
    })
  }
  return { id, hash, ms, url: voicePath(hash) }
}
