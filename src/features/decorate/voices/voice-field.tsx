import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Voice, voicePath } from '@/domain/voice'
import { decorateWords } from '@/locales/look/decorate'
import { localVoices } from '@/platform/audio/voices'
import { openSettings } from '@/platform/device/open-settings'
import { assetUrl } from '@/platform/media/assets'
import { VoicePlayer } from '@/templates/sections/story/voice-player'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
import { type PendingVoice, usePendingVoices } from './pending-voices'
import { RecordButton } from './record-button'
import { useVoiceRecorder, type VoiceRecorder } from './use-voice-recorder'
import { VoiceUploadStatus } from './voice-upload-status'
import './voice-field.scss'

const words = decorateWords.voice

interface VoiceFieldProps {
  /** The upload slot of the section. */
  slot: string
  voice: Voice | null
  onRemove(): void
}

/** Records, plays, replaces and removes a spoken greeting. It is stored on the phone until the server has it. */
export function VoiceField({ slot, voice, onRemove }: VoiceFieldProps) {
  const recorder = useVoiceRecorder(slot)
  const waiting = usePendingVoices((state) => state.waiting[slot])
  const { state } = recorder
  const remove = () => {
    usePendingVoices.getState().drop(slot)
    if (voice) onRemove()
  }
  const isIdle = state.kind === 'idle'
  return (
    <View className="voice-field">
      <Text className="voice-field__hint">{words.hint}</Text>
      {isIdle && waiting && <PendingVoicePlayer key={waiting.id} waiting={waiting} />}
      {isIdle && !waiting && voice && (
        <VoicePlayer key={voice.id} url={assetUrl(voicePath(voice.hash))} ms={voice.ms} />
      )}
      {isIdle && waiting && <VoiceUploadStatus id={waiting.id} />}
      <RecordButton recorder={recorder} hasRecording={Boolean(waiting ?? voice)} />
      {state.kind === 'recording' && (
        <Button kind="line" onPress={recorder.cancel}>
          {words.cancel}
        </Button>
      )}
      <RecordingErrorMessage recorder={recorder} />
      {isIdle && (waiting ?? voice) && (
        <Button kind="line" icon="trash" onPress={remove}>
          {words.remove}
        </Button>
      )}
    </View>
  )
}

/** Plays a recording from the phone while the server does not have it. */
function PendingVoicePlayer({ waiting }: { waiting: PendingVoice }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let isUnmounted = false
    void localVoices.source(waiting.id).then((source) => isUnmounted || setUrl(source))
    return () => {
      isUnmounted = true
    }
  }, [waiting.id])
  return url === null ? null : <VoicePlayer url={url} ms={waiting.ms} />
}

function RecordingErrorMessage({ recorder: { error } }: { recorder: VoiceRecorder }) {
  if (!error) return null
  return (
    <>
      <Alert className="voice-field__fault">{error === 'short' ? words.short : words.problems[error]}</Alert>
      {error === 'refused' && openSettings && (
        <Button kind="soft" icon="settings" onPress={openSettings}>
          {words.settings}
        </Button>
      )}
    </>
  )
}
