import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { VOICE_MS, type Voice, voicePath } from '@/domain/voice'
import { decorateWords } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import { localVoices } from '@/platform/audio/voices'
import { openSettings } from '@/platform/device/open-settings'
import { assetUrl } from '@/platform/media/assets'
import { VoicePlayer } from '@/templates/sections/story/voice-player'
import { Button } from '@/ui/button/button'
import { ConsentSheet } from '@/ui/consent/consent-sheet'
import { WithConsent } from '@/ui/consent/with-consent'
import { Alert, Status } from '@/ui/text/alert'
import { type PendingVoice, usePendingVoices } from './pending-voices'
import { useVoiceRecorder, type VoiceRecorder } from './use-voice-recorder'
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
      <Alert className="voice-field__error">{error === 'short' ? words.short : words.problems[error]}</Alert>
      {error === 'refused' && openSettings && (
        <Button kind="soft" icon="settings" onPress={openSettings}>
          {words.settings}
        </Button>
      )}
    </>
  )
}

const BARS = [0, 1, 2, 3, 4]

/** A button that starts a recording and, pressed again, stops it. */
function RecordButton({ recorder, hasRecording }: { recorder: VoiceRecorder; hasRecording: boolean }) {
  const { state, stop } = recorder
  if (state.kind === 'recording')
    return (
      <View className="record-button record-button--on" {...pressable(words.stop, stop)}>
        <View className="record-button__wave" {...aria({ hidden: true })}>
          {BARS.map((bar) => (
            <View key={bar} className={`record-button__bar record-button__bar--${bar}`} />
          ))}
        </View>
        <View className="record-button__words">
          <Text className="record-button__do">{words.stop}</Text>
          <Text className="record-button__clock" {...aria({ role: 'timer' })}>
            {`${words.listening} `}
            <Text className="record-button__time">{words.clock(state.seconds, VOICE_MS / 1000)}</Text>
          </Text>
        </View>
      </View>
    )
  const isStarting = state.kind === 'starting'
  const label = isStarting ? words.asking : hasRecording ? words.again : words.start
  return (
    <WithConsent request={recorder.request} sheet={(answers) => <ConsentSheet of="voice" {...answers} />}>
      {(pick) => (
        <View
          className={`record-button ${isStarting ? 'record-button--off' : ''}`}
          {...pressable(label, () => pick('voice'), { disabled: isStarting })}
        >
          <View className="record-button__sign">
            <View className="record-button__mic" />
          </View>
          <Text className="record-button__words record-button__do">{label}</Text>
        </View>
      )}
    </WithConsent>
  )
}

/** The upload progress or failure of a recording. Without a network the upload is retried in the background. */
function VoiceUploadStatus({ id }: { id: Id }) {
  const sending = usePendingVoices((state) => state.sending[id])
  const { sendNow } = usePendingVoices.getState()
  if (sending?.kind === 'refused')
    return <Alert className="voice-field__error">{words.refused(sending.failure)}</Alert>
  if (sending?.kind === 'waiting')
    return (
      <>
        <Status className="voice-field__hint">{words.storedOnPhone}</Status>
        <Button kind="soft" icon="refresh" onPress={sendNow}>
          {words.retry}
        </Button>
      </>
    )
  const part = sending?.part ?? 0
  return (
    <View {...aria({ role: 'status' })}>
      <Text className="voice-field__hint">{words.sending(part)}</Text>
      <View className="voice-field__way">
        <View className="voice-field__gone" style={{ width: `${part * 100}%` }} />
      </View>
    </View>
  )
}
