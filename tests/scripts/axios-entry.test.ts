import axios, {
  AxiosHeaders,
  type AxiosInstance,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios'
import entry from '../../config/axios-entry'
import Query from '../../config/axios-query'

type Client = Pick<AxiosInstance, 'request'>

/** Sends a request and returns what the adapter receives. */
async function sentBy(create: (config: object) => Client, request: object) {
  const received: unknown[] = []
  const adapter = async (config: InternalAxiosRequestConfig): Promise<AxiosResponse> => {
    const { url, method, data, params, timeout } = config
    received.push({ url, method, data, params, timeout, headers: AxiosHeaders.from(config.headers).toJSON() })
    return { data: '{}', status: 204, statusText: '', headers: {}, config }
  }
  const client = create({
    baseURL: 'https://a.example',
    timeout: 15_000,
    adapter,
    validateStatus: () => true,
  })
  const { status } = await client.request(request)
  return { status, received }
}

test.each([
  { method: 'GET', url: '/api/orders', params: { limit: 20 }, headers: { Accept: 'text/plain' } },
  { method: 'PUT', url: '/api/shops/1', data: { name: '核桃铺' }, headers: { Authorization: 'Bearer a' } },
  { method: 'DELETE', url: '/api/shops/1' },
])('the trimmed axios sends $method like the whole', async (request) => {
  expect(await sentBy(entry.create as never, request)).toEqual(await sentBy(axios.create, request))
})

test('the trimmed axios encodes queries like the whole', () => {
  const params = { text: '核桃 a&b=c:$,[x]', limit: 20, done: true, cursor: undefined, none: null }
  const config = { baseURL: 'https://a.example', url: '/api/orders', params }
  const serialize = (values: object) => new Query(values).toString(encodeURIComponent)
  expect(decodeURIComponent(entry.getUri(config))).toBe(decodeURIComponent(axios.getUri(config)))
  expect(serialize(params)).toBe('text=%E6%A0%B8%E6%A1%83%20a%26b%3Dc%3A%24%2C%5Bx%5D&limit=20&done=true')
})
