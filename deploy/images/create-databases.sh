#!/bin/bash
# Run once by PostgreSQL's image on an empty volume: one database and login role per service, each its own owner.
set -euo pipefail
for name in keycloak monitoring permits enforcement disclosure; do
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v password="$(cat "/secrets/$name/BISHUI_DB_PASSWORD")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
