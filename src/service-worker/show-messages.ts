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

/** Pages that announce new orders themselves. */
const SELLER_PAGE = /^\/merchant$/

const pathOf = (url: string): string => new URL(url).pathname

/** Shows the messages that a push service brings, and opens what they are about when they are pressed. */
export function showMessages(scope: WorkerScope): void {
  const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true })

  async function show({ id, tag, title, body, path }: Message) {
    const isAnnounced = (await windows()).some(
      ({ url, visibilityState }) => visibilityState === 'visible' && SELLER_PAGE.test(pathOf(url)),
    )
    const shown = await scope.registration.getNotifications({ tag })
    const isRepeated = shown.some(({ data }) => (data as Message | null)?.id === id)
    if (isAnnounced && tag.startsWith('new-order')) return
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
