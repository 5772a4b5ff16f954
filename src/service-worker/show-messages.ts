import type { WorkerScope } from './worker-scope'

/** A message as the server sends it. */
interface Message {
  /** The same message has the same id, however often it arrives. */
  id: string
  /** A message replaces an older one of the same tag. */
  tag: string
  title: string
  body: string
  path: string
}

/** True for the page of a shop's owner, which announces the new orders of this shop itself. */
function isAnnouncedAt(url: string, tag: string): boolean {
  const { pathname, searchParams } = new URL(url)
  return pathname === '/merchant' && tag === `new-order:${searchParams.get('shop')}`
}

/** Shows the messages that a push service brings, and opens what they are about when they are pressed. */
export function showMessages(scope: WorkerScope): void {
  const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true })

  async function show({ id, tag, title, body, path }: Message) {
    const isAnnounced = (await windows()).some(
      ({ url, visibilityState }) => visibilityState === 'visible' && isAnnouncedAt(url, tag),
    )
    if (isAnnounced) return
    const shown = await scope.registration.getNotifications({ tag })
    const isRepeated = shown.some(({ data }) => (data as Message | null)?.id === id)
    await scope.registration.showNotification(title, {
      ...{ body, tag, lang: 'zh-CN', data: { id, path }, renotify: !isRepeated, silent: isRepeated },
    })
  }

  async function open(path: string) {
    const url = scope.location.origin + path
    const [known] = (await windows()).filter((one) => one.url === url)
    if (known) await known.focus()
    else await scope.clients.openWindow(url)
  }

  scope.addEventListener('push', (event) => {
    const message = event.data?.json() as Message | undefined
    if (message) event.waitUntil(show(message))
  })
  scope.addEventListener('notificationclick', (event) => {
    const { notification } = event
    notification.close()
    event.waitUntil(open((notification.data as Pick<Message, 'path'>).path))
  })
}
