import { Text } from '@tarojs/components'
import { buyerEvents } from '@/domain/notification'
import { tellMeWords as words } from '@/locales/tell-me'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { templatesFor, useChannels } from './use-channels'
import './tell-me.scss'

/** The events of one order that its buyer is notified of. */
const TIMES = 3

/** Lets a buyer turn on notifications in WeChat, or those of the browser on and off. Renders nothing where neither is possible. */
export function TellMe() {
  const { read, pushState, busy, failed, turnPush, askMore } = useChannels()
  const [template] = read.data ? templatesFor(read.data, buyerEvents) : []
  const canPush = read.data?.push !== undefined && (pushState === 'on' || pushState === 'off')
  if (!template && !canPush) return null
  const isOn = template ? template.permits > 0 : pushState === 'on'
  const press = () => (template ? askMore(buyerEvents, TIMES, () => undefined) : turnPush(!isOn))
  return (
    <Card>
      <Text className="tell-me__text" {...aria({ role: 'status' })}>
        {isOn ? (template ? words.left(template.permits) : words.on) : words.text}
      </Text>
      {failed && (
        <Text className="tell-me__text" {...aria({ role: 'status' })}>
          {words.failed}
        </Text>
      )}
      {!(isOn && template) && (
        <Button kind={isOn ? 'line' : 'soft'} busy={busy !== undefined && words.busy} onPress={press}>
          {isOn ? words.stop : words.do}
        </Button>
      )}
    </Card>
  )
}
