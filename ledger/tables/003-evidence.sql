-- What was signed about contracts, and who witnessed it. Rows are added, never changed.

-- Source. Every checkpoint of a contract's log that was ever signed: a signed note (C2SP tlog-checkpoint) without cosignatures.
create table ledger.checkpoint_note (
  tenant_id uuid not null,
  contract_id uuid not null,
  size bigint not null check (size >= 0),
  -- The key's name and id, joined by a plus sign.
  signer text not null,
  note text not null,
  signed timestamptz(3) not null,
  primary key (tenant_id, contract_id, size, signer),
  foreign key (tenant_id, contract_id) references ledger.contract
);
call platform.protect('ledger.checkpoint_note');
grant select, insert on ledger.checkpoint_note to tenu_app;

-- Source. Keys by which customers and distributors witness checkpoints. A retired key signs no more; what it signed stays.
create table ledger.witness (
  tenant_id uuid not null references platform.tenant (tenant_id),
  -- The key's name and id, joined by a plus sign.
  witness text not null,
  -- The whole verifier key: name+id+key.
  key text not null,
  registered timestamptz(3) not null,
  retired timestamptz(3),
  primary key (tenant_id, witness)
);
call platform.protect('ledger.witness');
grant select, insert, update (retired) on ledger.witness to tenu_app;

-- Source. Cosignatures of checkpoints (C2SP tlog-cosignature), verified before they were kept. The witness's key stands beside each,
-- for it is another tenant's row when the witness is the distributor.
create table ledger.cosignature (
  tenant_id uuid not null,
  contract_id uuid not null,
  size bigint not null,
  signer text not null,
  witness text not null,
  key text not null,
  witness_tenant uuid not null,
  -- Time stamp and signature, as in the note.
  signature bytea not null,
  stamped timestamptz(3) not null,
  received timestamptz(3) not null,
  primary key (tenant_id, contract_id, size, signer, witness),
  foreign key (tenant_id, contract_id, size, signer) references ledger.checkpoint_note
);
call platform.protect('ledger.cosignature');
grant select, insert on ledger.cosignature to tenu_app;

-- Source. Every statement of a standing that was ever signed: a signed note, and beside it what it says.
create table ledger.statement (
  tenant_id uuid not null,
  contract_id uuid not null,
  digest bytea not null,
  note text not null,
  size bigint not null,
  at timestamptz(3) not null,
  known_at timestamptz(3) not null,
  engine text not null,
  -- {"contract", "particulars", "documents": [{"id", "version", "digest"}], "references": {"edition", "digest"}}
  terms jsonb not null,
  standing text not null,
  signed timestamptz(3) not null,
  primary key (tenant_id, contract_id, digest),
  foreign key (tenant_id, contract_id) references ledger.contract,
  check (digest = sha256(convert_to(note, 'UTF8')))
);
create index statement_signed on ledger.statement (tenant_id, contract_id, signed);
call platform.protect('ledger.statement');
grant select, insert on ledger.statement to tenu_app;
