import { Text, View } from '@tarojs/components'
import { voiceWords as words } from '@/locales/look/voice'
import { pressable } from '@/platform/a11y/aria'
import { useSound } from '@/platform/audio/use-sound'
import { Alert } from '@/ui/text/alert'
import './voice-player.scss'

interface VoicePlayerProps {
  url: string
  /** The duration, which is known before the file is loaded. */
  ms: number
  /** The file's path on the server, for pages that play it without the app. */
  path?: string
  /** The player is not interactive. */
  isInert?: boolean
}

/** Plays a spoken greeting: one large row that starts and stops it and shows the progress. */
export function VoicePlayer({ url, path, ms, isInert = false }: VoicePlayerProps) {
  const { state, at, toggle } = useSound(url)
  const on = state === 'playing' || state === 'loading'
  const label = on ? words.stop : words.listen
  const part = Math.min(1, (at * 1000) / ms)
  return (
    <View className="voice-player">
      <View
        className="voice-player__row"
        data-voice={path}
        {...(isInert ? {} : pressable(`${label}，${words.seconds(ms)}`, toggle))}
      >
        <View className={`voice-player__sign voice-player__sign--${on ? 'pause' : 'play'}`} />
        <View className="voice-player__words">
          <View className="voice-player__line">
            <View className="voice-player__parts">
              <Text className="voice-player__part">{label}</Text>
              <Text className="voice-player__part">{words.seconds(ms)}</Text>
            </View>
          </View>
          <View className="voice-player__way">
            <View className="voice-player__gone" style={{ width: `${part * 100}%` }} />
          </View>
        </View>
      </View>
      <Alert className="voice-player__error">{state === 'failed' && words.failed}</Alert>
    </View>
  )
}
