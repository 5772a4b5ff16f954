import { Text, View } from '@tarojs/components'
import { VOICE_MS } from '@/domain/voice'
import { decorateWords } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import { ConsentSheet } from '@/ui/consent/consent-sheet'
import { WithConsent } from '@/ui/consent/with-consent'
import type { VoiceRecorder } from './use-voice-recorder'

const words = decorateWords.voice
const BARS = [0, 1, 2, 3, 4]

/** A button that starts a recording and, pressed again, stops it. */
export function RecordButton({ recorder, hasRecording }: { recorder: VoiceRecorder; hasRecording: boolean }) {
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
