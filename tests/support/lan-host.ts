/** The host name of phones in a local network over plain http: an insecure context, unlike `localhost`. */
export const LAN_HOST = 'phone.test'
