import { MAX_VOICE_BYTES, MAX_VOICE_MS, type Voice } from '@/domain/voice'
import { SetupError } from '../../settings'
import { readMp3 } from '../voices/mp3'
import { voiceHash } from '../voices/store-voice'
import { voiceFile } from '../voices/voice-file'
import { VOICES_FOLDER } from './file-names'
import type { OpenZip } from './unzip'

/** Whether these bytes are the voice, as this server keeps it: its frames and nothing else, of its length and name. */
function isOurs({ hash, ms }: Voice, bytes: Buffer): boolean {
  const sound = readMp3(bytes)
  return (
    sound?.bytes.equals(bytes) === true && voiceHash(sound) === hash && sound.ms === ms && ms <= MAX_VOICE_MS
  )
}

/** A voice's file of a zip, checked. */
export function checkedVoice(zip: OpenZip, voice: Voice): Buffer {
  const name = VOICES_FOLDER + voiceFile(voice.hash)
  const bytes = zip.read(name, MAX_VOICE_BYTES)
  if (!bytes) throw new SetupError(`${name} is missing.`)
  if (!isOurs(voice, bytes)) throw new SetupError(`${name} is not the voice of an exported shop.`)
  return bytes
}
