// Made once with openssl (RSA) and Python's cryptography (AES-GCM), independently of the code under test.

/** WeChat Pay's public key in the vectors. */
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0114232134912410000000000000'
export const PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmAGz0epqob6cFhUvss9p
Y8N+TFmGS4ZULA+7RyHPH8NicAIBqMiBOeC+4tczgA/31ErNJmu1Ea5yg0dVX9Bf
2UsunsQnLomJ9zi44YP3d9ICepN4DtI9kPPB4wVDUNfwZoGvyJqXIh7lJ+P6WuOT
cCT3uqFRp8gTGgIAwJKnkoIRta5RX2nYnYc19W0sUshcmGu2Nkcpr/9FKUhu+kb7
FTJHEwZbo99AWpaBQde31kcicO3QFz/MJKZwUpHNc+nu88U7pnKiMAMdy15/Zu8n
A/Z8ekKMLuiGIWptqhdo+hHHM1vnzRzQpGTqducaWyly3F773rcajR8kDFdk4QAT
cQIDAQAB
-----END PUBLIC KEY-----`

/** A platform certificate in the vectors. */
export const CERTIFICATE_SERIAL = '70E1D11F917F7FA8F390F0BF2DAFC83E4262B548'
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDGzCCAgOgAwIBAgIUcOHRH5F/f6jzkPC/La/IPkJitUgwDQYJKoZIhvcNAQEL
BQAwHDEaMBgGA1UEAwwRVGVucGF5LmNvbSBzYW1wbGUwIBcNMjYxMTI4MDQ1NjQ2
WhgPMjEyNjExMDQwNDU2NDZaMBwxGjAYBgNVBAMMEVRlbnBheS5jb20gc2FtcGxl
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6/jnVsQg8epPMbHZtWzf
p2IYHoo5kZ+JtsF4PHeiCgAtcCebUCahjgaEQZ9hDeuFldv9z+UGqKtxjjOLDJWb
ZHl/qAeiR1usSliTk1NkKOhiZWdvCq/5hzu/phkJa5o9SI644kMmv27BZ0FOGat2
Jhgso4/xukF7EKF4Rz9I78+5p1OX+BfVzVeFBN6wHUS8ZPKy6ph3/B01uzpxuvYb
R5iyxJG5DQYZKtSnqI8CdUN3kYhfiWdiygDHil3zYNL0Va4EMdU87/k7vTmU+8f0
MAltciJY+mgp1mvP5Qbvd9FUkKf3oatlPa0d+fyUH4R/I9Gb2LHjHuj9lHJcxfrm
ZwIDAQABo1MwUTAdBgNVHQ4EFgQUkXsdQ5OqeCgmEQ8YVruvGvyfCRkwHwYDVR0j
BBgwFoAUkXsdQ5OqeCgmEQ8YVruvGvyfCRkwDwYDVR0TAQH/BAUwAwEB/zANBgkq
hkiG9w0BAQsFAAOCAQEAlZ7tjRC/JD7ZysGm+RkimE6tfHPb9e2+Pl8VAvkEDnQ2
dsVhLa1PS2sfjKyAQRCl9/pg/sqtEI1cFkruPWGkbW4JUAh9BAgdDb0XvU3giXwc
0eztd0/efnpEYNBBJZIcq2HbyayaPCRzoHUrDUugt9AvoFuJo8XqQBkwq+m0NxrA
Jwg9YKDH+rWaLeHEF3nuXULg1UpR6AkZu8gqKqed9IrpyLAHxsP8jZGXeW4pFGUl
Q7cGDwi45mcbk6oNJCUqiF3v0abkU2Bv+yzzkYkFPcA+O5Bkr1Qbdxn9WIO+O8lI
VHSn64KZg1LTRuldvdrxpxoSZgnBqbh1fHH9Anf+Iw==
-----END CERTIFICATE-----`

/** A reply, with its signature by each key. */
export const REPLY = {
  timestamp: '1554208460',
  nonce: '593BEC0C930BF1AFEB40B4A08C8FB242',
  body: '{"code_url":"weixin://wxpay/bizpayurl?pr=04xxxxx"}',
  signatures: {
    [PUBLIC_KEY_ID]:
      'eNIS+Y3qxbWWhLrDJC0LRqUZvviVHiuhSQWRgZYjrn+7y5F2V0K/X8NfTu43O7xPgVB2JaBszq9RpuP+JQJISgPG53H6uCrq7OpLYUwECNh/X7eGtRlbRObvuJcmDUVh8gTNtSWV4tf0uy6HmLHIzqvuIGFbiLKHyON3VzC2AxglLoW5YaTZv413kujau9/JRHsiEgagn6eRSN7+IstnG4uh03hEAF70dtPI2pGUK2od9DVG4WXBjfS41UTEDgNia+FCehEmQJKafhG5K82+3mDm+MddKqzkQ5xH7cGCkijY+8N8ykrFXL7DyV6V9PgWqDtMiu5XpN2YVy23SRyWQw==',
    [CERTIFICATE_SERIAL]:
      'SYCi4BM8TCCW9Di+uyaaGIPW/o90hRHPkD2Ma/PnifanwWDirNVW5QjIv+CN5LfohY4iN4PHk6wNZ4lpSBJltbpgdGwbS55Oc9iqX00dJd9uvt6gg6eX1+BEmAcjMlaw7OUYaLZJGdSrqDSm/PavCnto3hPJW4kiqAj6jBBBGYD/VnP0EjaDTczzg35SO4G6WFQbwOo7Kf+Hl2tKqqXq/Y4QNaS122QHrt9aXUz9l9rdo2H573OymmQThOowk2g5iW6GmHObhFfCPCGizgfBhwWKVzU2980bmm/9yniIQY0GeqcX+iLy5Cq5x55k3N+qtXACYgTMQvQZFw28ec7KnQ==',
  },
}

/** The signature for the cashier, by the private key of `PUBLIC_KEY`. */
export const CASHIER = {
  appId: 'wx2421b1c4370ec43b',
  timestamp: 1_554_208_460,
  nonce: '593BEC0C930BF1AFEB40B4A08C8FB242',
  prepayId: 'wx201410272009395522657a690389285100',
  signature:
    'BFVKo2BE1671gHW+6N4CgRPXNvpnhYSLaTw9Jt0ARESLW1WGlIvxwbgdCnvN/AjUZethlOBNIoQ2i+1mY49Iqdcsx3odZsejjL+tF2C/vuc2T0X8O9BsMUMvmW1FW4/uIzoVL0fpbcvONN4FyVJTnjxYXMI8QMwwsnTo68IyDWnvd7wpQfxO9NXc1d/yqXJOW3v6wCYTHlFTsJhfh/7utEb6CGYoFBJmXbjzHDHGERRHsxuTQ8HV2cI6/Q7S89+5ivASi5OgDWfk+28BWosMV2WpoETFXEaZqr+ljqvd1LxVbVdPkN4fZpECvkDjyae862iZk4J1eNubbf78kaYasQ==',
}

/** An encrypted resource, its APIv3 key and its content. */
export const RESOURCE = {
  apiKey: '0123456789abcdef0123456789ABCDEF',
  plaintext:
    '{"transaction_id":"1217752501201407033233368018","amount":{"total":2500,"currency":"CNY"},"trade_state":"SUCCESS","attach":"核桃"}',
  resource: {
    algorithm: 'AEAD_AES_256_GCM',
    nonce: 'fdasflkja484',
    associated_data: 'transaction',
    ciphertext:
      'bz19R35fh2I81vzIszkH7A5Ifaj7xG5UF15hIFL7KZV2s30Bzzv2uvNHm5+nPa2DlktWWSP7BOqcNIIEMfN8shB/kGRYHw6rvVWmyt6yW7debIyc5BChz2keJ7YWwc10TB8FbquGMr7ZktAWqVGSgTEV9ZVtBsJ4PsfOPJymdFJPgxByMCMwyk1PdzSvSL5NOK6tOw==',
  },
}
