import type { RouteReply } from '@/contract/routes'
import { MAX_VOICE_MS, voicePath } from '@/domain/voice'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { recordUpload, refuseUpload, type Uploader } from '../media/record-upload'
import { isKnown } from '../media/stored-media'
import type { Turn } from '../media/uploads'
import { readMp3, type Sound } from './mp3'
import { addVoice } from './store'
import { voiceFile } from './voice-file'

type StoredVoice = RouteReply<'PUT /api/voices/:voiceId'>

interface Upload extends Uploader {
  id: string
  bytes: Buffer
}

/** What a voice's file is called by: its content. */
export const voiceHash = (sound: Sound): string => sha256(sound.bytes).slice(0, 32)

/**
 * Keeps a voice, once per id: the same sound again answers the same, another one is `different`, and another account's
 * id is `not-found`. Only its frames are kept, and the same ones once, whoever sends them.
 */
export async function storeVoice(
  deps: AppDependencies,
  turn: Turn,
  { id, accountId, address, bytes }: Upload,
): Promise<StoredVoice> {
  const sound = readMp3(bytes)
  if (!sound) throw new ApiError('not-a-voice')
  if (sound.ms > MAX_VOICE_MS) throw new ApiError('too-large')
  const { ms } = sound
  const hash = voiceHash(sound)
  const voice = { id, accountId, hash, ms }
  if (!(await isKnown(deps.db.query, 'voice', voice))) {
    await refuseUpload(deps, { accountId, address })
    await turn(async () => {
      const keepFile = async () => {
        if ((await deps.blobs.size(voiceFile(hash))) === undefined)
          await deps.blobs.put(voiceFile(hash), sound.bytes)
      }
      await keepFile()
      await recordUpload(deps, 'voice', { ...voice, address }, [voiceFile(hash)], (tx, size) =>
        addVoice(tx, { ...voice, bytes: size, now: deps.clock() }),
      )
      // another server's sweep may have taken what was found just before
      await keepFile()
    })
  }
  return { id, hash, ms, url: voicePath(hash) }
}
