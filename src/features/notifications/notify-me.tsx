import { useState } from 'react'
import { buyerEvents } from '@/domain/notification'
import { notifyMeWords as words } from '@/locales/message/notify-me'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Status } from '@/ui/text/alert'
import { templatesFor, useChannels } from './use-channels'
import './notify-me.scss'

/** The events of one order that its buyer is notified of. */
const TIMES = 3

/** Lets a buyer turn on notifications in WeChat, or those of the browser on and off. Renders nothing where neither is possible. */
export function NotifyMe() {
  const { read, pushState, busy, failed, turnPush, askMore } = useChannels()
  const [isRefused, setIsRefused] = useState(false)
  const templates = read.data ? templatesFor(read.data, buyerEvents) : []
  const inWechat = templates.length > 0
  const left = templates.reduce((sum, { permits }) => sum + permits, 0)
  const canPush = read.data?.push !== undefined && (pushState === 'on' || pushState === 'off')
  if (!inWechat && !canPush) return null
  const isPushOn = !inWechat && pushState === 'on'
  const isOn = isPushOn || left > 0
  const result = failed ? words.failed : isRefused && words.refused
  const press = () =>
    inWechat
      ? askMore(buyerEvents, TIMES, (permits) => setIsRefused(Object.keys(permits).length === 0))
      : turnPush(!isPushOn)
  return (
    <Card>
      <Status className="notify-me__text">
        {isOn ? (inWechat ? words.left(left) : words.on) : words.text}
      </Status>
      <Status className="notify-me__text">{result}</Status>
      {!(inWechat && templates.every(({ permits }) => permits > 0)) && (
        <Button kind={isPushOn ? 'line' : 'soft'} busy={busy !== undefined && words.busy} onPress={press}>
          {isPushOn ? words.stop : words.do}
        </Button>
      )}
    </Card>
  )
}
