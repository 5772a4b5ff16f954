import { MAX_VOICE_BYTES, MAX_VOICE_MS, type Voice } from '@/domain/voice'
import { SetupError } from '../../setup-error'
import { readMp3 } from '../voices/mp3'
import { voiceHash } from '../voices/store-voice'
import { voiceFileName } from '../voices/voice-file'
import { VOICES_FOLDER } from './file-names'
import type { ZipReader } from './unzip'

/** True for the stored form of this voice: only MP3 frames, with the hash and the length that the export states. */
function isStoredForm({ hash, ms }: Voice, bytes: Buffer): boolean {
  const sound = readMp3(bytes)
  return (
    sound?.bytes.equals(bytes) === true && voiceHash(sound) === hash && sound.ms === ms && ms <= MAX_VOICE_MS
  )
}

/** Reads a voice file from a zip. A missing or altered file is a `SetupError`. */
export function readVerifiedVoice(zip: ZipReader, voice: Voice): Buffer {
  const name = VOICES_FOLDER + voiceFileName(voice.hash)
  const bytes = zip.read(name, MAX_VOICE_BYTES)
  if (!bytes) throw new SetupError(`${name} is missing.`)
  if (!isStoredForm(voice, bytes)) throw new SetupError(`${name} is not the voice of an exported shop.`)
  return bytes
}
