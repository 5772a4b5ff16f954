// the test files of this project run on PostgreSQL behind pgbouncer
process.env.KZ_ENGINE = 'pgbouncer'
