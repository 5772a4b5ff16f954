import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type QuietHours, shopEvents } from '@/domain/notification'
import { alertsWords as words } from '@/locales/message/alerts'
import { aria } from '@/platform/a11y/aria'
import { isInAppBrowser } from '@/platform/device/in-app-browser'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { alertChanges } from './alert-changes'
import { AlertSection, failureOf } from './alert-section'
import { SmsCard } from './sms-card'
import { type ChannelActions, templatesFor, useChannels } from './use-channels'
import './alerts-screen.scss'

/** The number of messages that a seller permits at once. */
const TIMES = 10

/** The settings of order notifications: on the open page, by the browser and in WeChat, quiet hours and a test message. */
export function AlertsScreen({ pageSound }: { pageSound: ReactNode }) {
  const channels = useChannels()
  const { data, failure, reload } = channels.read
  return (
    <Page title={words.title}>
      <View className="alerts">
        <Text className="alerts__lead">{words.lead}</Text>
        {pageSound}
        {data && (
          <>
            <WechatCard channels={channels} />
            <PushCard channels={channels} />
            <SmsCard channels={channels} />
            <QuietCard channels={channels} />
            {canReceive(channels) && <TestCard channels={channels} />}
          </>
        )}
        {!data && !failure && <Skeleton />}
        {!data && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      </View>
    </Page>
  )
}

interface PartProps {
  channels: ChannelActions
}

function PushCard({ channels }: PartProps) {
  const { pushState, busy, turnPush, read } = channels
  if (!read.data?.push || pushState === undefined) return null
  const canChange = pushState === 'on' || pushState === 'off'
  const isUnable = pushState === 'unsupported' && !isInAppBrowser()
  return (
    <AlertSection
      title={words.push.title}
      state={words.push.states[pushState]}
      text={isUnable ? words.push.unable(read.data.sms !== undefined) : words.push.texts[pushState]}
      message={failureOf(channels, 'push')}
    >
      {canChange && (
        <Button
          kind={pushState === 'on' ? 'line' : 'main'}
          busy={busy === 'push' && words.push.busy}
          label={`${words.push.title}：${pushState === 'on' ? words.push.turnOff : words.push.turnOn}`}
          onPress={() => {
            turnPush(pushState === 'off')
          }}
        >
          {pushState === 'on' ? words.push.turnOff : words.push.turnOn}
        </Button>
      )}
    </AlertSection>
  )
}

/** Shown in a mini-program whose operator has chosen templates. */
function WechatCard({ channels }: PartProps) {
  const { read, busy, askMore } = channels
  const [message, setMessage] = useState<string>()
  const templates = read.data ? templatesFor(read.data, shopEvents) : []
  if (templates.length === 0) return null
  const orders = templates.find(({ events }) => events.includes('new-order')) ?? templates[0]
  return (
    <AlertSection
      title={words.wechat.title}
      state={wechatState(templates, orders?.permits ?? 0)}
      text={words.wechat.text}
      message={failureOf(channels, 'permits') ?? message}
    >
      <Button
        busy={busy === 'permits' && words.wechat.busy}
        onPress={() => {
          askMore(shopEvents, TIMES, (permits) =>
            setMessage(words.wechat.got(permits[orders?.id ?? ''] ?? 0)),
          )
        }}
      >
        {words.wechat.more}
      </Button>
    </AlertSection>
  )
}

/** The number of remaining messages of new orders and the other kinds of messages that are used up, in words. */
function wechatState(templates: ReturnType<typeof templatesFor>, left: number): string {
  const used = templates.filter(({ permits }) => permits === 0)
  if (used.length === 0 || used.length === templates.length) return words.wechat.left(left)
  const names = shopEvents
    .filter((event) => used.some(({ events }) => events.includes(event)))
    .map((event) => words.wechat.events[event])
  const usedUp = words.wechat.usedUp(names)
  return left === 0 ? usedUp : `${words.wechat.left(left)}，${usedUp}`
}

const HOUR = 60

/** The offered quiet hours; the last one is none. */
const CHOICES: readonly QuietHours[] = [
  { from: 21 * HOUR, until: 7 * HOUR },
  { from: 22 * HOUR, until: 6 * HOUR },
  { from: 23 * HOUR, until: 6 * HOUR },
  { from: 0, until: 0 },
]

const clock = (minutes: number): string =>
  `${Math.floor(minutes / HOUR)}:${String(minutes % HOUR).padStart(2, '0')}`

const hoursWords = ({ from, until }: QuietHours): string =>
  from === until ? words.quiet.none : words.quiet.hours(clock(from), clock(until))

function QuietCard({ channels }: PartProps) {
  const now = channels.read.data?.quietHours
  if (!now) return null
  const isNow = ({ from, until }: QuietHours) =>
    (from === now.from && until === now.until) || (from === until && now.from === now.until)
  const choices = CHOICES.some(isNow) ? CHOICES : [now, ...CHOICES]
  return (
    <AlertSection title={words.quiet.title} text={words.quiet.text} message={failureOf(channels, 'quiet')}>
      <View className="alerts__choices" {...aria({ role: 'radiogroup', label: words.quiet.title })}>
        {choices.map((one) => (
          <Chip
            key={hoursWords(one)}
            role="radio"
            on={isNow(one)}
            onPress={() => alertChanges(channels).setQuietHours(one)}
          >
            {hoursWords(one)}
          </Chip>
        ))}
      </View>
    </AlertSection>
  )
}

/** True once some channel is on or can be turned on. */
function canReceive({ read, pushState }: ChannelActions): boolean {
  const { push, templates = [], sms } = read.data ?? {}
  const isPushPossible = (push?.browsers.length ?? 0) > 0 || (pushState ?? 'unsupported') !== 'unsupported'
  return templates.length > 0 || sms !== undefined || (push !== undefined && isPushPossible)
}

function TestCard({ channels }: PartProps) {
  // the code that confirmed the phone was its test message
  const hasPhone = channels.read.data?.sms?.phone !== undefined
  const [message, setMessage] = useState<string>()
  return (
    <AlertSection
      title={words.test.title}
      text={words.test.text}
      message={failureOf(channels, 'test') ?? message}
    >
      <Button
        kind="soft"
        busy={channels.busy === 'test' && words.test.busy}
        onPress={() => {
          alertChanges(channels).sendTest((count) =>
            setMessage(count === 0 && hasPhone ? words.test.smsOnly : words.test.sent(count)),
          )
        }}
      >
        {words.test.do}
      </Button>
    </AlertSection>
  )
}
