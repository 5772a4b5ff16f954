import { Text, View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { currentStep, type OwnAppState, type OwnAppStep, ownAppSteps } from '@/domain/shop/own-app'
import { ownAppWords as words } from '@/locales/shop/own-app'
import { aria } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import './own-app-screen.scss'

type OwnApp = NonNullable<RouteReply<'GET /api/shops/:shopId/own-app'>['app']>

const icons: Record<OwnAppStep, IconName> = {
  ...{ filing: 'post', category: 'goods', payment: 'money', audit: 'search', release: 'store' },
}
const stateIcons: Record<OwnAppState, IconName> = {
  ...{ waiting: 'minus', underway: 'clock', refused: 'warn', done: 'check' },
}

/** Shows the five steps of a shop's own mini-program until buyers find it, with the one on which it waits. */
export function OwnAppScreen({ shopId }: { shopId: Id }) {
  const { data, failure, reload } = useCall('GET /api/shops/:shopId/own-app', { params: { shopId } })
  useReturnToPage(() => void reload())
  const back = <Button onPress={() => goBack(urlOf('merchant', { shop: shopId }))}>{words.back}</Button>
  return (
    <Page title={words.title}>
      {!data && failure && <ManagedShopFailure failure={failure} onRetry={() => void reload()} />}
      {!data && !failure && <Skeleton />}
      {data && !data.app && (
        <Notice icon="store" {...words.none}>
          {back}
        </Notice>
      )}
      {data?.app && <Steps app={data.app} />}
    </Page>
  )
}

function Steps({ app }: { app: OwnApp }) {
  const current = currentStep(app.states)
  return (
    <View className="own-app">
      {current ? (
        <Text className="own-app__lead">{words.lead}</Text>
      ) : (
        <Notice icon="check" {...words.released} />
      )}
      <View className="own-app__steps" {...aria({ role: 'list' })}>
        {ownAppSteps.map((step) => (
          <Card key={step}>
            <Step
              step={step}
              state={app.states[step]}
              details={step === current ? detailsOf(app, step) : []}
            />
          </Card>
        ))}
      </View>
    </View>
  )
}

/** What WeChat and the operator say about the step on which it waits. */
function detailsOf({ filing, note }: OwnApp, step: OwnAppStep): string[] {
  const { gaps = [], problems = [] } = step === 'filing' ? (filing ?? {}) : {}
  return [
    ...(gaps.length > 0 ? [words.gaps(gaps)] : []),
    ...problems,
    ...(note === undefined ? [] : [words.note(note)]),
  ]
}

interface StepProps {
  step: OwnAppStep
  state: OwnAppState
  details: string[]
}

function Step({ step, state, details }: StepProps) {
  return (
    <View className={`own-app__step own-app__step--${state}`} {...aria({ role: 'listitem' })}>
      <View className="own-app__picture">
        <Icon name={icons[step]} size={28} />
      </View>
      <View className="own-app__words">
        <View className="own-app__head">
          <Heading className="own-app__title">{words.steps[step]}</Heading>
          <View className="own-app__state">
            <Icon name={stateIcons[state]} size={16} />
            <Text>{words.states[state]}</Text>
          </View>
        </View>
        <Text className="own-app__text">{words.texts[step][state]}</Text>
        <Texts className="own-app__detail" texts={details} />
      </View>
    </View>
  )
}
