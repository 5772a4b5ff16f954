import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DemoWorld } from '@/contract/demo'
import { describeFailure } from '@/locales/failure'
import { demoWords as words } from '@/locales/lesson/demo'
import { openSite } from '@/platform/frames/open-site'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { useFlash } from '@/ui/flash/flash'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { useNetworkName } from './network-name'
import { PhoneCard } from './phone-card'
import { type DemoWorldState, useDemoWorld } from './use-demo-world'
import './demo-screen.scss'

/** The page on which a trainer starts a demo, finds its phones, shows it on the big screen and resets it. */
export function DemoScreen({ centre }: { centre: string }) {
  const demo = useDemoWorld(centre)
  return (
    <Page title={words.title}>
      <Loaded
        state={demo.read}
        notFound={<Notice icon="search" title={words.noCentre.title} text={words.noCentre.text} />}
      >
        {() => (
          <View className="demo">
            <Text className="demo__text">{words.intro}</Text>
            <Alert className="demo__error">{demo.failure && describeFailure(demo.failure)}</Alert>
            {demo.world ? (
              <RunningDemo centre={centre} demo={demo} world={demo.world} />
            ) : (
              <StartDemo demo={demo} />
            )}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

function StartDemo({ demo: { busy, step, start } }: { demo: DemoWorldState }) {
  return (
    <View className="demo__stack">
      <Button busy={busy && words.starting} onPress={() => void start()}>
        {words.start}
      </Button>
      <Status className="demo__text">{busy && words.startingText(step)}</Status>
    </View>
  )
}

interface RunningDemoProps {
  centre: string
  demo: DemoWorldState
  world: DemoWorld
}

function RunningDemo({ centre, demo, world }: RunningDemoProps) {
  const { flash, say } = useFlash()
  const { here, elsewhere, shop } = world
  const buyerPath = shop ? `/s/${shop.slug}` : '/'
  return (
    <>
      <ShowCard centre={centre} />
      <Heading className="demo__title">{words.phones}</Heading>
      <Network preset={world.networkName} />
      <View className="demo__phones">
        <PhoneCard
          texts={words.seller}
          elsewhere={`${elsewhere.seller}/`}
          here={`${here.seller}/`}
          onMessage={say}
        />
        <PhoneCard
          texts={words.buyer}
          elsewhere={elsewhere.buyer + buyerPath}
          here={here.buyer + buyerPath}
          onMessage={say}
        />
      </View>
      {shop && (
        <Card>
          <View className="demo__stack">
            <Text className="demo__text">{words.ownerText}</Text>
            <Button kind="soft" icon="key" onPress={() => openSite(`${here.seller}/key#${shop.key}`)}>
              {words.owner}
            </Button>
          </View>
        </Card>
      )}
      <ResetPart demo={demo} onDone={() => say(words.resetDone)} />
      {flash}
    </>
  )
}

/** The ways to show the demo on a screen. */
function ShowCard({ centre }: { centre: string }) {
  return (
    <Card>
      <View className="demo__stack">
        <Text className="demo__text">{words.playText}</Text>
        <Button onPress={() => go(urlOf('demoPlay', { centre }))}>{words.play}</Button>
        <Text className="demo__text">{words.tourText}</Text>
        <Button kind="soft" onPress={() => go(urlOf('demoPlay', { centre, tour: '1' }))}>
          {words.tour}
        </Button>
      </View>
    </Card>
  )
}

/** The name of the network that phones join: that of the server's settings until the trainer types one. */
function Network({ preset = '' }: { preset: string | undefined }) {
  const { name, change } = useNetworkName()
  return (
    <Field
      label={words.network}
      hint={words.networkHint}
      placeholder={preset}
      value={name}
      onChange={change}
      maxLength={32}
    />
  )
}

/** Resets the demo after asking once; at the end of the page, away from what is tapped often. */
function ResetPart({ demo: { busy, reset }, onDone }: { demo: DemoWorldState; onDone(): void }) {
  const [isAsking, setIsAsking] = useState(false)
  const confirm = async () => {
    setIsAsking(false)
    if (await reset()) onDone()
  }
  return (
    <View className="demo__end">
      <Button kind="bad" size="small" busy={busy && words.resetting} onPress={() => setIsAsking(true)}>
        {words.reset}
      </Button>
      {isAsking && (
        <AskSheet
          title={words.resetAsk}
          text={words.resetText}
          no={words.resetNo}
          yes={words.resetYes}
          onNo={() => setIsAsking(false)}
          onYes={() => void confirm()}
        />
      )}
    </View>
  )
}
