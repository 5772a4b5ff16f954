// runs the test files of this project on PostgreSQL behind pgbouncer
process.env.KZ_ENGINE = 'pgbouncer'
