import { addressScopes } from '../../../server/http/limits/address-scopes'

describe('addressScopes', () => {
  it('counts an IPv4 address and an unknown one by itself', () => {
    for (const address of ['203.0.113.7', '', 'nobody'])
      expect(addressScopes(address)).toEqual([{ key: address, factor: 1 }])
  })

  it('counts an IPv6 network with four times the limit for its /56 and sixteen times for its /48', () => {
    expect(addressScopes('2001:db8:1:a2f3::/64')).toEqual([
      { key: '2001:db8:1:a2f3::/64', factor: 1 },
      { key: '2001:db8:1:a200::/56', factor: 4 },
      { key: '2001:db8:1::/48', factor: 16 },
    ])
    expect(addressScopes('2001:db8:0:7::/64')[1]).toEqual({ key: '2001:db8:0:0::/56', factor: 4 })
  })
})
