#!/usr/bin/env perl
# Writes IdeographTable.swift: radicals and compatibility ideographs with the unified ideograph that each stands for.
# The mapping is Unicode's own, read from Perl's copy of the character database; no network, no argument:
#   perl generate-ideographs.pl > IdeographTable.swift
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));
use Unicode::Normalize qw(NFD);
use Unicode::UCD qw(prop_invmap);

my ($starts, $values) = prop_invmap("EqUIdeo");
my @pairs;
for my $index (0 .. $#$starts) {
  next unless $values->[$index];
  my $end = $index < $#$starts ? $starts->[$index + 1] - 1 : 0x10FFFF;
  for my $code ($starts->[$index] .. $end) {
    next unless $code >= 0x2E80 && $code <= 0x2FD5;
    push @pairs, [$code, ord($values->[$index]) > 0x2E00 ? ord($values->[$index]) : $values->[$index]];
  }
}
for my $code (0xF900 .. 0xFAFF, 0x2F800 .. 0x2FA1F) {
  my $decomposed = NFD(chr $code);
  push @pairs, [$code, ord $decomposed] if length $decomposed == 1 && ord $decomposed != $code;
}

print "// Made by generate-ideographs.pl from Unicode's character database (EqUIdeo and canonical decompositions).\n\n";
print "/// Radicals and compatibility ideographs, each followed by the unified ideograph that it stands for.\n";
print "enum IdeographTable {\n  static let pairs: StaticString = \"\"\"\n";
my $line = "";
for my $pair (@pairs) {
  $line .= sprintf "%X %X;", @$pair;
  if (length $line > 100) { print "    $line\\\n"; $line = ""; }
}
print "    $line\n    \"\"\"\n}\n";
