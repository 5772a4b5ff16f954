import { Text, View } from '@tarojs/components'
import { useContext, useEffect, useState } from 'react'
import { type Voice, voicePath } from '@/domain/voice'
import { decorateWords } from '@/locales/zh-CN/decorate'
import { aria } from '@/platform/a11y/aria'
import { localVoices } from '@/platform/audio/voices'
import { assetUrl } from '@/platform/network/asset-url'
import { VoicePlayer } from '@/templates/sections/story/voice-player'
import { Button } from '@/ui/button/button'
import { Consent } from '../fields/consent'
import { RecordButton } from './record-button'
import { SendingLine } from './sending-line'
import { useVoiceRecorder, type VoiceRecorder } from './use-voice-recorder'
import { useWaitingVoices, type WaitingVoice } from './waiting-voices'
import './voice-field.scss'

const words = decorateWords.voice

interface VoiceFieldProps {
  /** Where a recording waits until it is sent. */
  place: string
  voice: Voice | null
  onRemove(): void
}

/** A spoken greeting: said, listened to, said anew, taken away. It waits on the phone until the server has it. */
export function VoiceField({ place, voice, onRemove }: VoiceFieldProps) {
  const recorder = useVoiceRecorder(place)
  const waiting = useWaitingVoices((state) => state.waiting[place])
  const ConsentSheet = useContext(Consent)
  const { state, asking } = recorder
  const remove = () => {
    useWaitingVoices.getState().drop(place)
    if (voice) onRemove()
  }
  const still = state.kind === 'still'
  return (
    <View className="voice-field">
      <Text className="voice-field__hint">{words.hint}</Text>
      {still && waiting && <WaitingPlayer key={waiting.id} waiting={waiting} />}
      {still && !waiting && voice && (
        <VoicePlayer key={voice.id} url={assetUrl(voicePath(voice.hash))} ms={voice.ms} />
      )}
      {still && waiting && <SendingLine id={waiting.id} />}
      <RecordButton recorder={recorder} again={Boolean(waiting ?? voice)} />
      {state.kind === 'listening' && (
        <Button kind="line" onPress={recorder.cancel}>
          {words.cancel}
        </Button>
      )}
      <Trouble recorder={recorder} />
      {still && (waiting ?? voice) && (
        <Button kind="line" icon="trash" onPress={remove}>
          {words.remove}
        </Button>
      )}
      {asking && <ConsentSheet of="voice" onAgree={asking.agree} onRefuse={asking.refuse} />}
    </View>
  )
}

/** What is on the phone only is listened to from there. */
function WaitingPlayer({ waiting }: { waiting: WaitingVoice }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let over = false
    void localVoices.source(waiting.id).then((source) => over || setUrl(source))
    return () => {
      over = true
    }
  }, [waiting.id])
  return url === null ? null : <VoicePlayer url={url} ms={waiting.ms} />
}

function Trouble({ recorder: { trouble } }: { recorder: VoiceRecorder }) {
  if (!trouble) return null
  return (
    <>
      <Text className="voice-field__fault" {...aria({ role: 'alert' })}>
        {trouble === 'short' ? words.short : words.trouble[trouble]}
      </Text>
      {trouble === 'refused' && localVoices.openSettings && (
        <Button kind="soft" icon="settings" onPress={localVoices.openSettings}>
          {words.settings}
        </Button>
      )}
    </>
  )
}
